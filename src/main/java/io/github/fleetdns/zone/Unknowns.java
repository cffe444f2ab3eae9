package io.github.fleetdns.zone;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What of a zone is not known: Terraform that is not applied leaves values open. Whatever could
 * depend on them does not judge and does not answer as if it knew.
 *
 * @param unplaced record sets that are not among the zone's, since their name, type, policy or zone
 *     is not known
 * @param parts of record sets of the zone what is not known; what stands there is a stand-in
 * @param checks the names of health checks of which something is not known, or which are not known
 *     themselves
 */
public record Unknowns(
    List<Unplaced> unplaced, Map<RecordSet.Key, Set<Part>> parts, Set<String> checks) {
  /** Everything is known. */
  public static final Unknowns NONE = new Unknowns(List.of(), Map.of(), Set.of());

  /** Copies the collections, in their order. */
  public Unknowns {
    unplaced = List.copyOf(unplaced);
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    checks = Collections.unmodifiableSet(new LinkedHashSet<>(checks));
  }

  /** A part of a record set. */
  public enum Part {
    TTL("the TTL"),
    VALUES("a value"),
    TARGET("the target"),
    HEALTH_CHECK("the health check"),
    SET_IDENTIFIER("the set identifier"),
    ZONE("the zone");

    private final String words;

    Part(String words) {
      this.words = words;
    }

    /** In a sentence: {@code the TTL}. */
    public String words() {
      return words;
    }
  }

  /**
   * A record set that is somewhere in the zone, or may be.
   *
   * @param what what the input calls it
   * @param name its name, if that is known
   * @param label what its name is in front of the zone's, whichever that is; empty if that is not
   *     known either, or the name is
   * @param start what its name begins with; empty if nothing is known of it
   * @param end what its name ends with, the zone's name at least
   * @param type its type, if that is known
   * @param routed whether it has a routing policy, if that is known
   * @param why what is not known of it, in a few words: {@code the name}
   */
  public record Unplaced(
      String what,
      Optional<DomainName> name,
      String label,
      String start,
      String end,
      Optional<RecordType> type,
      Optional<Boolean> routed,
      String why) {
    /** In lower case, as names are compared. */
    public Unplaced {
      label = label.toLowerCase(Locale.ROOT);
      start = start.toLowerCase(Locale.ROOT);
      end = end.toLowerCase(Locale.ROOT);
    }

    /** Whether it may be at a name. */
    public boolean mayBeAt(DomainName at) {
      String text = at.toString();
      return name.isPresent()
          ? name.get().equals(at)
          : label.isEmpty()
              ? text.startsWith(start) && text.endsWith(end)
              : text.startsWith(label) && text.startsWith(".", label.length());
    }

    /** Whether it may be at a name, below it, or a wildcard that covers it. */
    public boolean mayTouch(DomainName at) {
      String below = "." + at;
      if (name.isPresent()) {
        String text = name.get().toString();
        return name.get().isWithin(at)
            || (text.startsWith("*.") && below.endsWith(text.substring(1)));
      }
      if (label.isEmpty()) {
        return below.endsWith(end) || end.endsWith(below) || end.startsWith("*");
      }
      boolean covers =
          label.equals("*") || (label.startsWith("*.") && below.contains(label.substring(1) + "."));
      boolean within = mayBeAt(at);
      for (int dot = label.indexOf('.'); dot >= 0 && !within; dot = label.indexOf('.', dot + 1)) {
        within = at.toString().startsWith(label.substring(dot + 1) + ".");
      }
      return covers || within;
    }

    /** Whether it may be at a name that another is within. */
    public boolean mayBeAbove(DomainName below) {
      return name.isPresent()
          ? below.isWithin(name.get())
          : label.isEmpty() || ("." + below).contains("." + label + ".");
    }

    /** Whether it may be of a type. */
    public boolean mayBe(RecordType wanted) {
      return type.isEmpty() || type.get() == wanted;
    }

    /** Whether it may be one of a group that a policy chooses from. */
    public boolean mayJoin(RecordSet.Group group) {
      return mayBeAt(group.name()) && mayBe(group.type()) && routed.orElse(true);
    }
  }

  /** The same, health checks called otherwise. */
  public Unknowns checkedBy(UnaryOperator<String> names) {
    return new Unknowns(unplaced, parts, checks.stream().map(names).collect(Collectors.toSet()));
  }

  /** Whether everything is known. */
  public boolean isNone() {
    return unplaced.isEmpty() && parts.isEmpty() && checks.isEmpty();
  }

  /** What of a record set is not known. */
  public Set<Part> of(RecordSet set) {
    return parts.getOrDefault(set.key(), Set.of());
  }
}
