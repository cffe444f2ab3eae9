package io.github.fleetdns.adopt;

import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A zone as a fleet.
 *
 * @param fleet the fleet; compiling it gives the zone, but for what is {@link #unsaid} and for the
 *     names of health checks
 * @param checks by the name that the zone has for a health check the one that the fleet has
 * @param comments by the name of an endpoint what its name was guessed from
 * @param unsaid what of the zone a fleet file cannot say, in words
 */
public record Adoption(
    Fleet fleet, Map<String, String> checks, Map<String, String> comments, List<String> unsaid) {
  /** More rounds than any zone takes that was seen; then everything is left as Route 53 has it. */
  private static final int ROUNDS = 40;

  /** Copies the collections. */
  public Adoption {
    checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
    comments = Collections.unmodifiableMap(new LinkedHashMap<>(comments));
    unsaid = List.copyOf(unsaid);
  }

  /**
   * What is known of a zone besides itself.
   *
   * @param fleet what the fleet shall be called
   * @param zone the zone's own settings, with its name
   * @param checkTags all the tags of health checks, by the zone's names for them
   */
  public record Given(
      String fleet,
      io.github.fleetdns.fleet.Zone zone,
      Map<String, Map<String, String>> checkTags) {
    /** Copies the tags. */
    public Given {
      checkTags = Map.copyOf(checkTags);
    }
  }

  /**
   * Adopts a zone of which everything is known.
   *
   * @throws IllegalArgumentException if something of it is not known
   */
  public static Adoption of(HostedZone zone, Given given) {
    if (!zone.unknowns().isNone()) {
      throw new IllegalArgumentException("only what is known can be adopted");
    }
    List<String> unsaid = new ArrayList<>();
    HostedZone sayable = sayable(zone, unsaid);
    Set<RecordSet.Group> raw = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      Draft draft;
      try {
        draft = Draft.of(sayable, given, raw);
      } catch (Trees.LoopException e) {
        break;
      }
      Set<RecordSet.Group> different = Difference.groups(draft, sayable);
      if (different.isEmpty()) {
        return new Adoption(draft.fleet(), draft.checkNames(), draft.comments(), unsaid);
      }
      if (!raw.addAll(different)) {
        break;
      }
    }
    sayable.recordSets().forEach(set -> raw.add(set.group()));
    Draft draft = Draft.of(sayable, given, raw);
    return new Adoption(draft.fleet(), draft.checkNames(), draft.comments(), unsaid);
  }

  /** The zone without the aliases that only a Terraform configuration can express. */
  private static HostedZone sayable(HostedZone zone, List<String> unsaid) {
    List<RecordSet> sets = new ArrayList<>();
    for (RecordSet set : zone.recordSets()) {
      boolean refers =
          set.alias()
              .map(Content.Alias::target)
              .filter(
                  target ->
                      target.match(
                          same -> false, resource -> false, balancer -> false, reference -> true))
              .isPresent();
      if (refers) {
        unsaid.add(
            set.key()
                + " leads to "
                + set.alias().map(Content.Alias::target).map(AliasTarget::title).orElse("")
                + ", a resource of the configuration that it was read from");
      } else if (!isRoute53s(set, zone)) {
        sets.add(set);
      }
    }
    Map<String, HealthCheck> checks = new LinkedHashMap<>();
    zone.healthChecks().forEach((name, check) -> checks.put(name, withExistingAlarm(check)));
    return new HostedZone(
        zone.name(),
        zone.comment(),
        zone.tags(),
        zone.visibility(),
        sets,
        checks,
        zone.cidrCollections());
  }

  /** Route 53 makes the NS and SOA record sets of the apex by itself. */
  private static boolean isRoute53s(RecordSet set, HostedZone zone) {
    if (!set.name().equals(zone.name()) || set.routing().isPresent() || set.values().isEmpty()) {
      return false;
    }
    return switch (set.type()) {
      case NS ->
          set.ttl().orElse(0) == 172_800
              && set.values().stream().allMatch(v -> v.matches("ns-\\d+\\.awsdns-\\d+\\..+"));
      case SOA ->
          set.ttl().orElse(0) == 900
              && set.values().get(0).contains(" awsdns-hostmaster.amazon.com. ");
      default -> false;
    };
  }

  /** A check whose alarm exists: where alarms are made is not the zone's affair. */
  private static HealthCheck withExistingAlarm(HealthCheck check) {
    return check.match(
        endpoint -> endpoint,
        calculated -> calculated,
        alarm ->
            new HealthCheck.CloudWatchAlarm(
                alarm.alarm(),
                alarm.region(),
                alarm.insufficientData(),
                Optional.empty(),
                alarm.common()),
        control -> control);
  }
}
