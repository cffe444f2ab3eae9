package io.github.fleetdns.zone.rule;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One line that says what is wrong and what to do: words, and among them the names and types that
 * it speaks of, so that nobody has to look for those in a finished text.
 *
 * @param parts what the line consists of, in order: {@link DomainName}, {@link RecordType}, {@link
 *     RecordSet.Key} and {@link RecordSet.Group} as such, all else as text
 */
public record Message(List<Object> parts) {

  /** Copies the parts. */
  public Message {
    parts = List.copyOf(parts);
  }

  /** A line of these parts; a message among them is taken apart. */
  static Message of(Object... parts) {
    List<Object> flat = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Message message) {
        flat.addAll(message.parts());
      } else {
        flat.add(isOfZone(part) ? part : String.valueOf(part));
      }
    }
    return new Message(flat);
  }

  /** The same parts with something between them. */
  static Message join(String between, List<?> parts) {
    List<Object> joined = new ArrayList<>();
    for (Object part : parts) {
      if (!joined.isEmpty()) {
        joined.add(between);
      }
      joined.add(part);
    }
    return of(joined.toArray());
  }

  private static boolean isOfZone(Object part) {
    return part instanceof DomainName
        || part instanceof RecordType
        || part instanceof RecordSet.Key
        || part instanceof RecordSet.Group;
  }

  /** The same of record sets for IPv4: what is wrong with both is one mistake. */
  public Message ofIpv4() {
    return new Message(parts.stream().map(Message::ofIpv4).toList());
  }

  private static Object ofIpv4(Object part) {
    if (part instanceof RecordSet.Key key) {
      return new RecordSet.Key(key.name(), ofIpv4(key.type()), key.setIdentifier());
    }
    if (part instanceof RecordSet.Group group) {
      return new RecordSet.Group(group.name(), ofIpv4(group.type()));
    }
    return part instanceof RecordType type ? ofIpv4(type) : part;
  }

  private static RecordType ofIpv4(RecordType type) {
    return type == RecordType.AAAA ? RecordType.A : type;
  }

  /**
   * The line with its names as somebody calls them.
   *
   * @param spelling how a name is written; empty for one that is better left out
   */
  public String text(Function<DomainName, String> spelling) {
    return parts.stream().map(part -> text(part, spelling)).collect(Collectors.joining());
  }

  private static String text(Object part, Function<DomainName, String> spelling) {
    if (part instanceof DomainName name) {
      return spelling.apply(name);
    }
    if (part instanceof RecordSet.Key key) {
      return text(key.name(), key.type(), key.setIdentifier(), spelling);
    }
    if (part instanceof RecordSet.Group group) {
      return text(group.name(), group.type(), Optional.empty(), spelling);
    }
    return part.toString();
  }

  private static String text(
      DomainName name,
      RecordType type,
      Optional<String> setIdentifier,
      Function<DomainName, String> spelling) {
    return spelling.apply(name)
        + " "
        + type
        + setIdentifier.map(id -> " \"" + id + "\"").orElse("");
  }

  /** The line with its names in full. */
  @Override
  public String toString() {
    return parts.stream().map(Object::toString).collect(Collectors.joining());
  }
}
