package io.github.fleetdns.traffic;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Finds what Terraform will stumble over between two zones.
 *
 * <p>What the AWS provider does to a record: a change of name or zone id replaces the resource; one
 * of type or set identifier deletes and creates in one batch of the API, so that there is no gap;
 * anything else is an upsert. Other resources come before, after or at the same time.
 */
public final class TripUps {
  /** Of a zone without an SOA record of its own: min(900, 86400), §7.7. */
  private static final long DEFAULT_ABSENCE_SECONDS = 900;

  private static final int SOA_FIELDS = 7;

  private final HostedZone before;
  private final HostedZone after;
  private final Function<RecordSet.Key, Optional<String>> addressBefore;
  private final Function<RecordSet.Key, Optional<String>> addressAfter;
  private final OptionalLong absence;

  private TripUps(
      HostedZone before,
      Function<RecordSet.Key, Optional<String>> addressBefore,
      HostedZone after,
      Function<RecordSet.Key, Optional<String>> addressAfter) {
    this.before = before;
    this.after = after;
    this.addressBefore = addressBefore;
    this.addressAfter = addressAfter;
    this.absence = OptionalLong.of(absenceSeconds(before));
  }

  /**
   * What Terraform will stumble over.
   *
   * @param addressBefore the addresses of the resources before, as far as they are known
   * @param addressAfter the addresses afterwards
   */
  public static List<TripUp> between(
      HostedZone before,
      Function<RecordSet.Key, Optional<String>> addressBefore,
      HostedZone after,
      Function<RecordSet.Key, Optional<String>> addressAfter) {
    TripUps finder = new TripUps(before, addressBefore, after, addressAfter);
    List<TripUp> found = new ArrayList<>();
    finder.addPolicies(found);
    finder.addCnames(found);
    finder.addSameResource(found);
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
                found.add(tripUp(TripUp.Kind.POLICY, sets, next));
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
                found.add(tripUp(TripUp.Kind.CNAME, sets, next));
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

  private void addSameResource(List<TripUp> found) {
    Map<String, RecordSet> now = new HashMap<>();
    after
        .recordSets()
        .forEach(set -> addressAfter.apply(set.key()).ifPresent(a -> now.put(a, set)));
    for (RecordSet set : before.recordSets()) {
      RecordSet next = addressBefore.apply(set.key()).map(now::get).orElse(null);
      if (next != null
          && (!next.name().equals(set.name()) || !before.name().equals(after.name()))) {
        found.add(tripUp(TripUp.Kind.REPLACED, List.of(set), List.of(next)));
      } else if (next != null && next.type() != set.type()) {
        found.add(tripUp(TripUp.Kind.TYPE, List.of(set), List.of(next)));
      }
    }
  }

  private TripUp tripUp(TripUp.Kind kind, List<RecordSet> old, List<RecordSet> now) {
    return new TripUp(
        kind,
        old.stream().map(set -> new TripUp.Change(set, addressBefore.apply(set.key()))).toList(),
        now.stream().map(set -> new TripUp.Change(set, addressAfter.apply(set.key()))).toList(),
        absence);
  }
}
