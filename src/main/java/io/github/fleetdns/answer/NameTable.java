package io.github.fleetdns.answer;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.RecordType;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of a zone, and which of them answers a question (route53.md#name-lookup,
 * route53.md#wildcard).
 */
final class NameTable {
  private final DomainName apex;
  private final Map<String, Entry> entries = new HashMap<>();
  private final Set<String> nonTerminals = new HashSet<>();
  private final boolean hasWildcards;

  NameTable(DomainName apex, Collection<GroupNode> groups) {
    this.apex = apex;
    for (GroupNode group : groups) {
      String name = group.group().name().toString();
      entries.computeIfAbsent(name, n -> new Entry()).types.put(group.group().type(), group);
    }
    hasWildcards = entries.keySet().stream().anyMatch(name -> name.startsWith("*."));
    entries.keySet().forEach(this::noteAncestors);
    entries.forEach((name, entry) -> entry.cut = cutAbove(name));
  }

  /** The record sets of one name. */
  static final class Entry {
    private final Map<RecordType, GroupNode> types = new EnumMap<>(RecordType.class);
    private @Nullable GroupNode cut;

    @Nullable GroupNode group(RecordType type) {
      return types.get(type);
    }
  }

  private void noteAncestors(String name) {
    String above = parent(name);
    while (isWithinApex(above) && nonTerminals.add(above)) {
      above = parent(above);
    }
  }

  /** The name servers that the name, or one above it, is delegated to. */
  @Nullable GroupNode cutAbove(String name) {
    GroupNode highest = null;
    for (String at = name; isWithinApex(at) && !at.equals(apex.toString()); at = parent(at)) {
      Entry entry = entries.get(at);
      GroupNode servers = entry == null ? null : entry.group(RecordType.NS);
      highest = servers == null ? highest : servers;
    }
    return highest;
  }

  private boolean isWithinApex(String name) {
    String zone = apex.toString();
    return name.length() >= zone.length()
        && name.endsWith(zone)
        && (name.length() == zone.length()
            || name.charAt(name.length() - zone.length() - 1) == '.');
  }

  private static String parent(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  /** Where a name is found. */
  sealed interface Found {}

  /** At a name with record sets: the name itself, or the wildcard that covers it. */
  record At(Entry entry) implements Found {}

  /** In a zone that these name servers are delegated. */
  record Delegated(GroupNode servers) implements Found {}

  /** At a name without record sets of its own that has names below it. */
  record NonTerminal() implements Found {}

  /** Nowhere. */
  record Nowhere() implements Found {}

  private static final Found NON_TERMINAL = new NonTerminal();
  private static final Found NOWHERE = new Nowhere();

  /**
   * Finds a name within the zone.
   *
   * @param pastExisting whether wildcards answer even below or at names that exist otherwise
   */
  Found find(DomainName name, Optional<RecordType> type, boolean pastExisting) {
    String text = name.toString();
    Entry exact = entries.get(text);
    if (exact != null) {
      boolean signer =
          type.isPresent()
              && type.get() == RecordType.DS
              && exact.cut != null
              && exact.cut.group().name().equals(name);
      return exact.cut == null || signer ? new At(exact) : new Delegated(exact.cut);
    }
    GroupNode cut = cutAbove(text);
    if (cut != null) {
      return new Delegated(cut);
    }
    boolean nonTerminal = nonTerminals.contains(text);
    if (hasWildcards && (!nonTerminal || pastExisting)) {
      for (String above = parent(text); isWithinApex(above); above = parent(above)) {
        Entry wildcard = entries.get("*." + above);
        if (wildcard != null) {
          return new At(wildcard);
        }
        if (!pastExisting && (entries.containsKey(above) || nonTerminals.contains(above))) {
          break;
        }
      }
    }
    return nonTerminal ? NON_TERMINAL : NOWHERE;
  }

  /** What is at the name itself; null if nothing is. */
  @Nullable Entry exact(DomainName name) {
    return entries.get(name.toString());
  }

  /** Whether {@link #find} can depend on {@code pastExisting} at all. */
  boolean hasWildcards() {
    return hasWildcards;
  }
}
