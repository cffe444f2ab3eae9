package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Question;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of a zone whose traffic is routed, and by which type clients ask for them. */
public final class RoutedNames {
  private static final List<RecordType> TYPES =
      List.of(RecordType.A, RecordType.AAAA, RecordType.CNAME);

  private RoutedNames() {}

  /**
   * The names that have a routing policy and are no inner part of another name's tree, in the
   * zone's order.
   *
   * @param type the type to ask for; if empty, A, or AAAA of a name that has no A
   */
  public static List<Question> of(HostedZone zone, Optional<RecordType> type) {
    Set<RecordSet.Group> inner = inner(zone);
    Map<DomainName, Set<RecordType>> names = new LinkedHashMap<>();
    for (RecordSet set : zone.recordSets()) {
      if (set.routing().isPresent() && TYPES.contains(set.type()) && !inner.contains(set.group())) {
        names.computeIfAbsent(set.name(), name -> new LinkedHashSet<>()).add(set.type());
      }
    }
    List<Question> questions = new ArrayList<>();
    names.forEach(
        (name, types) -> {
          RecordType asked = type.orElse(best(types));
          if (types.contains(asked) || types.contains(RecordType.CNAME)) {
            questions.add(Question.of(name, asked));
          }
        });
    return questions;
  }

  /** The names that have a routing policy, and the inner nodes of their trees. */
  static Set<DomainName> trees(HostedZone zone) {
    Set<DomainName> names = new LinkedHashSet<>();
    inner(zone).forEach(group -> names.add(group.name()));
    zone.recordSets().stream()
        .filter(set -> set.routing().isPresent())
        .forEach(set -> names.add(set.name()));
    return names;
  }

  /** What aliases with a routing policy lead to. */
  private static Set<RecordSet.Group> inner(HostedZone zone) {
    Set<RecordSet.Group> inner = new LinkedHashSet<>();
    for (RecordSet set : zone.recordSets()) {
      if (set.routing().isPresent()) {
        set.aliasedGroup().ifPresent(inner::add);
      }
    }
    return inner;
  }

  /** The question for a name: its A, or its AAAA if it has no A. */
  public static Question of(HostedZone zone, DomainName name, Optional<RecordType> type) {
    Set<RecordType> types = new LinkedHashSet<>();
    zone.recordSets().stream()
        .filter(set -> set.name().equals(name))
        .forEach(set -> types.add(set.type()));
    return Question.of(name, type.orElse(best(types)));
  }

  /** A CNAME answers for every type. */
  private static RecordType best(Set<RecordType> types) {
    return !types.contains(RecordType.A) && types.contains(RecordType.AAAA)
        ? RecordType.AAAA
        : RecordType.A;
  }
}
