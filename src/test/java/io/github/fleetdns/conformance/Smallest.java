package io.github.fleetdns.conformance;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Question;
import io.github.fleetdns.answer.Resolver;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The smallest zone on which resolver and {@link BruteForce} still disagree, as text. */
final class Smallest {
  private Smallest() {}

  /** Takes record sets out of the zone for as long as the two disagree. */
  static String disagreement(HostedZone zone, Question question, Client client, Outages outages) {
    HostedZone smallest = zone;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (RecordSet set : smallest.recordSets()) {
        if (set.type() == RecordType.SOA || set.type() == RecordType.NS) {
          continue;
        }
        HostedZone candidate = without(smallest, set);
        if (isWhole(candidate) && disagree(candidate, question, client, outages)) {
          smallest = candidate;
          smaller = true;
          break;
        }
      }
    }
    Set<String> used = checksOf(smallest);
    return ZoneText.write(withChecks(smallest, used))
        + "question: "
        + question
        + "\nclient: "
        + client
        + "\ndown: "
        + outages.checks().stream().filter(used::contains).toList()
        + outages.targets().stream().map(ZoneText::targetOf).toList()
        + "\nwithout data: "
        + outages.withoutData().stream().filter(used::contains).toList()
        + "\nresolver:\n"
        + resolved(smallest, question, client, outages).toString().indent(2)
        + "brute force:\n"
        + forced(smallest, question, client, outages).toString().indent(2);
  }

  private static boolean disagree(
      HostedZone zone, Question question, Client client, Outages outages) {
    return !resolved(zone, question, client, outages)
        .equals(forced(zone, question, client, outages));
  }

  private static Reply resolved(
      HostedZone zone, Question question, Client client, Outages outages) {
    return Reply.of(Resolver.of(zone).answer(question, client, outages), false);
  }

  private static Reply forced(HostedZone zone, Question question, Client client, Outages outages) {
    return new BruteForce(zone, client, outages).reply(question.name(), question.type());
  }

  private static HostedZone without(HostedZone zone, RecordSet gone) {
    List<RecordSet> left = new ArrayList<>(zone.recordSets());
    left.remove(gone);
    return new HostedZone(
        zone.name(),
        zone.comment(),
        zone.tags(),
        zone.visibility(),
        left,
        zone.healthChecks(),
        zone.cidrCollections());
  }

  /** No alias points at nothing. */
  private static boolean isWhole(HostedZone zone) {
    Set<RecordSet.Group> groups =
        zone.recordSets().stream().map(RecordSet::group).collect(Collectors.toSet());
    return zone.recordSets().stream().allMatch(set -> isWhole(set, groups));
  }

  private static boolean isWhole(RecordSet set, Set<RecordSet.Group> groups) {
    return set.alias().map(Content.Alias::target).stream()
        .filter(AliasTarget.SameZone.class::isInstance)
        .map(target -> ((AliasTarget.SameZone) target).name())
        .allMatch(name -> groups.contains(new RecordSet.Group(name, set.type())));
  }

  private static Set<String> checksOf(HostedZone zone) {
    Set<String> names =
        zone.recordSets().stream()
            .flatMap(set -> set.routing().flatMap(Routing::healthCheck).stream())
            .collect(Collectors.toSet());
    // Calculated checks come after their children.
    List<String> lastFirst = new ArrayList<>(zone.healthChecks().keySet());
    Collections.reverse(lastFirst);
    for (String name : lastFirst) {
      if (names.contains(name)
          && zone.healthChecks().get(name) instanceof HealthCheck.Calculated calculated) {
        names.addAll(calculated.children());
      }
    }
    return names;
  }

  private static HostedZone withChecks(HostedZone zone, Set<String> used) {
    Map<String, HealthCheck> left = new LinkedHashMap<>(zone.healthChecks());
    left.keySet().retainAll(used);
    return new HostedZone(
        zone.name(),
        zone.comment(),
        zone.tags(),
        zone.visibility(),
        zone.recordSets(),
        left,
        zone.cidrCollections());
  }
}
