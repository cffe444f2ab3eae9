package io.github.fleetdns.traffic;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what Terraform will stumble over between two zones.
 *
 * <p>What the AWS provider does to a record: a change of name or zone id replaces the resource; one
 * of type or set identifier deletes and creates in one batch of the API, so that there is no gap;
 * anything else is an upsert. Other resources come before, after or at the same time.
 */
public final class TripUps {
  /** Of a zone without an SOA record of its own: min(900, 86400), route53.md#negative. */
  private static final long DEFAULT_ABSENCE_SECONDS = 900;

  private static final int SOA_FIELDS = 7;

  private final HostedZone before;
  private final HostedZone after;
  private final Function<RecordSet.Key, Optional<String>> addressBefore;
  private final Function<RecordSet.Key, Optional<String>> addressAfter;
  private final Set<String> taken = new HashSet<>();
  private final long absence;

  private TripUps(
      HostedZone before,
      Function<RecordSet.Key, Optional<String>> addressBefore,
      HostedZone after,
      Function<RecordSet.Key, Optional<String>> addressAfter) {
    this.before = before;
    this.after = after;
    this.addressBefore = addressBefore;
    this.addressAfter = addressAfter;
    this.absence = absenceSeconds(before);
    after
        .recordSets()
        .forEach(set -> addressAfter.apply(set.key()).ifPresent(address -> taken.add(address)));
  }

  /**
   * What Terraform will stumble over.
   *
   * @param addressBefore the addresses of the resources before, as far as they are known
   * @param addressAfter the addresses afterwards
   * @param zoneAddress the address of the zone's resource, if it has one
   * @param replaced what a plan replaces; none if there is no plan
   * @return in the order in which to deal with them: what aliases lead to comes before them
   */
  public static List<TripUp> between(
      HostedZone before,
      Function<RecordSet.Key, Optional<String>> addressBefore,
      HostedZone after,
      Function<RecordSet.Key, Optional<String>> addressAfter,
      Optional<String> zoneAddress,
      List<TripUp.Replacement> replaced) {
    TripUps finder = new TripUps(before, addressBefore, after, addressAfter);
    Optional<TripUp.Replacement> zone =
        replaced.stream().filter(r -> zoneAddress.equals(Optional.of(r.address()))).findFirst();
    if (zone.isPresent()) {
      // Everything in it goes with it; nothing else matters beside that.
      return List.of(finder.zone(zone.get()));
    }
    List<TripUp> found = new ArrayList<>();
    finder.addPolicies(found);
    finder.addCnames(found);
    Heights heights = new Heights(after);
    found.sort(Comparator.comparing(trip -> heights.of(trip.after().get(0).set().group())));
    finder.addSameResource(found, replaced);
    return found;
  }

  /** How long resolvers may keep that a name of a zone has no records, in seconds. */
  public static long absenceSeconds(HostedZone zone) {
    return zone.recordSets().stream()
        .filter(set -> set.type() == RecordType.SOA && set.name().equals(zone.name()))
        .filter(set -> set.ttl().isPresent() && set.values().size() == 1)
        .findFirst()
        .map(set -> Math.min(set.ttl().getAsLong(), minimum(set.values().get(0))))
        .orElse(DEFAULT_ABSENCE_SECONDS);
  }

  private static long minimum(String soa) {
    String[] fields = soa.trim().split("\\s+", -1);
    boolean usual = fields.length == SOA_FIELDS && fields[SOA_FIELDS - 1].matches("\\d{1,10}");
    return usual ? Long.parseLong(fields[SOA_FIELDS - 1]) : DEFAULT_ABSENCE_SECONDS;
  }

  private void addPolicies(List<TripUp> found) {
    Map<RecordSet.Group, List<RecordSet>> now = NameChange.groups(after);
    NameChange.groups(before)
        .forEach(
            (group, sets) -> {
              List<RecordSet> next = now.getOrDefault(group, List.of());
              boolean other = !next.isEmpty() && !kind(sets).equals(kind(next));
              if (other && !isOneResource(sets, next)) {
                found.add(tripUp(TripUp.Kind.POLICY, sets, next, Optional.empty()));
              }
            });
  }

  /** One record set that stays one resource is exchanged in one step. */
  private boolean isOneResource(List<RecordSet> old, List<RecordSet> now) {
    return old.size() == 1
        && now.size() == 1
        && addressBefore.apply(old.get(0).key()).isPresent()
        && addressBefore.apply(old.get(0).key()).equals(addressAfter.apply(now.get(0).key()));
  }

  private static Object kind(List<RecordSet> sets) {
    Optional<RoutingPolicy> policy = sets.get(0).policy();
    return policy.<Object>map(RoutingPolicy::getClass).orElse("simple");
  }

  private void addCnames(List<TripUp> found) {
    Map<DomainName, List<RecordSet>> now = byName(after);
    byName(before)
        .forEach(
            (name, sets) -> {
              List<RecordSet> next = now.getOrDefault(name, List.of());
              boolean other = !next.isEmpty() && isCname(sets) != isCname(next);
              if (other && !isOneResource(sets, next)) {
                found.add(tripUp(TripUp.Kind.CNAME, sets, next, Optional.empty()));
              }
            });
  }

  private static boolean isCname(List<RecordSet> sets) {
    return sets.stream().anyMatch(set -> set.type() == RecordType.CNAME);
  }

  private static Map<DomainName, List<RecordSet>> byName(HostedZone zone) {
    Map<DomainName, List<RecordSet>> names = new LinkedHashMap<>();
    zone.recordSets()
        .forEach(set -> names.computeIfAbsent(set.name(), n -> new ArrayList<>()).add(set));
    return names;
  }

  private void addSameResource(List<TripUp> found, List<TripUp.Replacement> replaced) {
    Map<String, RecordSet> now = new HashMap<>();
    after
        .recordSets()
        .forEach(set -> addressAfter.apply(set.key()).ifPresent(a -> now.put(a, set)));
    for (RecordSet set : before.recordSets()) {
      Optional<String> address = addressBefore.apply(set.key());
      RecordSet next = address.map(now::get).orElse(null);
      if (next == null) {
        continue;
      }
      Optional<TripUp.Replacement> planned =
          replaced.stream().filter(r -> address.equals(Optional.of(r.address()))).findFirst();
      if (planned.isPresent() || !next.name().equals(set.name())) {
        found.add(tripUp(TripUp.Kind.REPLACED, List.of(set), List.of(next), planned));
      } else if (next.type() != set.type() && !isExchanged(set, found)) {
        found.add(tripUp(TripUp.Kind.TYPE, List.of(set), List.of(next), Optional.empty()));
      }
    }
  }

  private static boolean isExchanged(RecordSet set, List<TripUp> found) {
    return found.stream()
        .filter(trip -> trip.exchange().isPresent())
        .flatMap(trip -> trip.before().stream())
        .anyMatch(change -> change.set().equals(set));
  }

  private TripUp zone(TripUp.Replacement replacement) {
    return new TripUp(
        TripUp.Kind.ZONE,
        new RecordSet.Group(before.name(), RecordType.NS),
        before.recordSets().stream().map(this::old).toList(),
        after.recordSets().stream().map(this::now).toList(),
        absence,
        Optional.empty(),
        Optional.of(replacement));
  }

  private TripUp tripUp(
      TripUp.Kind kind,
      List<RecordSet> old,
      List<RecordSet> now,
      Optional<TripUp.Replacement> replacement) {
    List<TripUp.Change> was = old.stream().map(this::old).toList();
    List<TripUp.Change> is = now.stream().map(this::now).toList();
    boolean exchanges = kind == TripUp.Kind.POLICY || kind == TripUp.Kind.CNAME;
    return new TripUp(
        kind,
        old.get(0).group(),
        was,
        is,
        absence,
        exchanges ? Optional.of(Exchange.of(was, is, taken::contains)) : Optional.empty(),
        replacement);
  }

  private TripUp.Change old(RecordSet set) {
    return new TripUp.Change(set, addressBefore.apply(set.key()));
  }

  private TripUp.Change now(RecordSet set) {
    return new TripUp.Change(set, addressAfter.apply(set.key()));
  }

  /** How far the record sets of a name are above the leaves of their tree. */
  private static final class Heights {
    private final Map<RecordSet.Group, List<RecordSet>> groups;
    private final Map<RecordSet.Group, Integer> known = new HashMap<>();

    Heights(HostedZone zone) {
      groups = NameChange.groups(zone);
    }

    int of(RecordSet.Group group) {
      Integer height = known.get(group);
      if (height == null) {
        // Where aliases lead in a circle, which Route 53 refuses (route53.md#r34), any height will
        // do.
        known.put(group, 0);
        height = 0;
        for (RecordSet set : groups.getOrDefault(group, List.of())) {
          Optional<RecordSet.Group> below = set.aliasedGroup();
          if (below.isPresent()) {
            height = Math.max(height, 1 + of(below.get()));
          }
        }
        known.put(group, height);
      }
      return height;
    }
  }
}
