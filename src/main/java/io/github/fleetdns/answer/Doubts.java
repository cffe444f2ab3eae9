package io.github.fleetdns.answer;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Unknowns;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is not known of a zone that an answer could depend on. */
final class Doubts {
  private final Unknowns unknowns;

  Doubts(HostedZone zone) {
    this.unknowns = zone.unknowns();
  }

  boolean areNone() {
    return unknowns.isNone();
  }

  /**
   * Sentences about what could change an answer.
   *
   * @param group the record sets that answer; null if none do
   * @param exact whether they are at the name itself rather than at a wildcard above it
   * @param outages what is down
   */
  List<String> about(Question question, @Nullable GroupNode group, boolean exact, Outages outages) {
    if (areNone()) {
      return List.of();
    }
    Set<String> sentences = new LinkedHashSet<>();
    sayUnplaced(
        unknowns.unplaced().stream().filter(one -> matters(one, question, group, exact)).toList(),
        sentences);
    if (group != null) {
      reached(group).forEach(below -> sayParts(below, outages, sentences));
    }
    return List.copyOf(sentences);
  }

  private boolean matters(
      Unknowns.Unplaced one, Question question, @Nullable GroupNode group, boolean exact) {
    DomainName name = question.name();
    if (one.type().filter(RecordType.NS::equals).isPresent() && one.mayBeAbove(name)) {
      return true;
    }
    if (group == null) {
      // A negative answer: whatever is at the name, below it, or a wildcard above it, changes it.
      return one.mayTouch(name);
    }
    // A wildcard answers only where nothing else is at the name, below it, or between the two.
    if (!exact && (one.mayTouch(name) || one.mayBeAbove(name))) {
      return true;
    }
    return reached(group).stream().anyMatch(below -> one.mayJoin(below.group()))
        || (question.type().isPresent()
            && one.mayBeAt(name)
            && one.type().isEmpty()
            && group.policy().isPresent()
            && one.routed().orElse(true));
  }

  private static void sayUnplaced(List<Unknowns.Unplaced> some, Set<String> sentences) {
    if (some.isEmpty()) {
      return;
    }
    Unknowns.Unplaced first = some.get(0);
    sentences.add(
        first.why()
            + " of "
            + first.what()
            + " is not known, so it may be part of this answer"
            + (some.size() == 1 ? "" : "; so it is of " + some.size() + " record sets in all"));
  }

  private void sayParts(GroupNode group, Outages outages, Set<String> sentences) {
    for (SetNode member : group.members()) {
      Set<Unknowns.Part> open = unknowns.of(member.set());
      for (Unknowns.Part part : open) {
        // A check that is not known counts as healthy: that matters once something is down.
        if (part != Unknowns.Part.HEALTH_CHECK || !outages.equals(Outages.NONE)) {
          sentences.add(part.words() + " of " + member.set().key() + " is not known");
        }
      }
      if (!outages.equals(Outages.NONE)
          && member.check().filter(unknowns.checks()::contains).isPresent()) {
        sentences.add("not everything of the health check " + member.check().get() + " is known");
      }
    }
  }

  /** A group and all that its aliases lead to. */
  private static Set<GroupNode> reached(GroupNode group) {
    Set<GroupNode> seen = new HashSet<>();
    List<GroupNode> order = new ArrayList<>();
    Deque<GroupNode> open = new ArrayDeque<>(List.of(group));
    while (!open.isEmpty()) {
      GroupNode next = open.remove();
      if (seen.add(next)) {
        order.add(next);
        next.members().stream()
            .flatMap(member -> Stream.ofNullable(member.target()))
            .forEach(open::add);
      }
    }
    return new LinkedHashSet<>(order);
  }
}
