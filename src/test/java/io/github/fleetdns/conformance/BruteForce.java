package io.github.fleetdns.conformance;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Route 53's answers, worked out from the specification's pseudo-code (route53.md#health) word by
 * word: slow, without memory, and sharing nothing with the resolver but the zone, the client and
 * the tables of places. Where the specification leaves a choice, it is the suggested one.
 *
 * <p>It leaves out the set identifiers that led to an answer, and the SOA and NS record sets that a
 * zone has by default (route53.md#zone-defaults).
 */
final class BruteForce {
  private static final int AT_ONCE = 8;
  private static final long RESOURCE_TTL = 60;
  private static final Set<AwsService> KNOWN_TTL =
      Set.of(AwsService.LOAD_BALANCER, AwsService.CLOUDFRONT, AwsService.S3_WEBSITE);

  /** Table 2.2: of no operational benefit, so constantly healthy. */
  private static final Set<AwsService> WITHOUT_HEALTH =
      Set.of(
          AwsService.CLOUDFRONT,
          AwsService.GLOBAL_ACCELERATOR,
          AwsService.API_GATEWAY,
          AwsService.S3_WEBSITE,
          AwsService.VPC_ENDPOINT,
          AwsService.OPENSEARCH,
          AwsService.VPC_LATTICE);

  private final HostedZone zone;
  private final Outages outages;
  private final Applicable applicable;
  private final Map<RecordSet.Group, List<RecordSet>> groups;

  BruteForce(HostedZone zone, Client client, Outages outages) {
    this.zone = zone;
    this.outages = outages;
    this.applicable = new Applicable(zone, client);
    this.groups = zone.recordSets().stream().collect(Collectors.groupingBy(RecordSet::group));
  }

  /** route53.md#name-lookup: zone cut, exact name, wildcard, negative answer. */
  Reply reply(DomainName name, Optional<RecordType> type) {
    Optional<DomainName> cut = cutAbove(name);
    boolean ofTheParent = type.equals(Optional.of(RecordType.DS)) && cut.equals(Optional.of(name));
    if (cut.isPresent() && !ofTheParent) {
      RecordSet servers = group(cut.get(), RecordType.NS).get(0);
      return Reply.referral(Shown.records(servers.ttl().orElseThrow(), servers.values()));
    }
    if (hasRecords(name)) {
      return replyAt(name, type);
    }
    if (exists(name)) {
      return Reply.NODATA;
    }
    DomainName closest = parent(name);
    while (!exists(closest)) {
      closest = parent(closest);
    }
    DomainName wildcard = closest.prepend("*");
    return hasRecords(wildcard) ? replyAt(wildcard, type) : Reply.NXDOMAIN;
  }

  /** The delegated zone that the name belongs to: of several the highest, which is met first. */
  private Optional<DomainName> cutAbove(DomainName name) {
    List<DomainName> fromTheTop = new ArrayList<>();
    for (DomainName at = name; !at.equals(zone.name()); at = parent(at)) {
      fromTheTop.add(0, at);
    }
    return fromTheTop.stream().filter(at -> !group(at, RecordType.NS).isEmpty()).findFirst();
  }

  private static DomainName parent(DomainName name) {
    return DomainName.of(String.join(".", name.labels().subList(1, name.labels().size())));
  }

  private boolean hasRecords(DomainName name) {
    return name.equals(zone.name())
        || zone.recordSets().stream().anyMatch(set -> set.name().equals(name));
  }

  private boolean exists(DomainName name) {
    return name.equals(zone.name())
        || zone.recordSets().stream().anyMatch(set -> set.name().isWithin(name));
  }

  private List<RecordSet> group(DomainName name, RecordType type) {
    return groups.getOrDefault(new RecordSet.Group(name, type), List.of());
  }

  /** route53.md#query-type: a CNAME answers for every type. */
  private Reply replyAt(DomainName owner, Optional<RecordType> type) {
    List<RecordSet> cnames = group(owner, RecordType.CNAME);
    if (!cnames.isEmpty()) {
      boolean itself = type.equals(Optional.of(RecordType.CNAME));
      Map<Shown, Fraction> shares = new HashMap<>();
      answer(cnames)
          .forEach(
              (shown, share) ->
                  shares.merge(itself ? shown : followed(shown, type), share, Fraction::plus));
      return Reply.of(shares);
    }
    List<RecordSet> group = type.map(asked -> group(owner, asked)).orElse(List.of());
    return group.isEmpty() ? Reply.NODATA : Reply.of(answer(group));
  }

  private Shown followed(Shown cname, Optional<RecordType> type) {
    if (cname.records().isEmpty()) {
      return cname;
    }
    DomainName target = DomainName.of(cname.records().get(0));
    return target.isWithin(zone.name()) ? cname.followedBy(reply(target, type)) : cname;
  }

  /** {@code answer(group, client)} of route53.md#health. */
  private Map<Shown, Fraction> answer(List<RecordSet> group) {
    List<RecordSet> candidates = applicable.inOrder(group);
    if (candidates.isEmpty()) {
      return Map.of(Shown.nothing(), Fraction.ONE);
    }
    List<RecordSet> healthy = candidates.stream().filter(this::healthy).toList();
    return pick(healthy.isEmpty() ? candidates : healthy);
  }

  /** Picks by policy among these, which are in the order of preference. */
  private Map<Shown, Fraction> pick(List<RecordSet> among) {
    Optional<RoutingPolicy> policy = among.get(0).policy();
    if (policy.isEmpty()) {
      return resolve(among.get(0));
    }
    if (policy.get() instanceof RoutingPolicy.Multivalue) {
      List<String> values = among.stream().flatMap(set -> set.values().stream()).toList();
      Shown all = Shown.records(among.get(0).ttl().orElseThrow(), values);
      return Map.of(among.size() > AT_ONCE ? all.choosing(AT_ONCE) : all, Fraction.ONE);
    }
    if (policy.get() instanceof RoutingPolicy.Weighted) {
      long sum = among.stream().mapToLong(BruteForce::weight).sum();
      Map<Shown, Fraction> shares = new HashMap<>();
      for (RecordSet set : among) {
        Fraction share = sum == 0 ? Fraction.of(1, among.size()) : Fraction.of(weight(set), sum);
        if (!share.equals(Fraction.ZERO)) {
          resolve(set)
              .forEach((shown, within) -> shares.merge(shown, share.times(within), Fraction::plus));
        }
      }
      return shares;
    }
    return resolve(among.get(0));
  }

  private static long weight(RecordSet set) {
    return ((RoutingPolicy.Weighted) set.policy().orElseThrow()).weight();
  }

  private Map<Shown, Fraction> resolve(RecordSet picked) {
    Optional<Content.Alias> alias = picked.alias();
    if (alias.isEmpty()) {
      Shown values = Shown.records(picked.ttl().orElseThrow(), picked.values());
      return Map.of(values, Fraction.ONE);
    }
    AliasTarget target = alias.get().target();
    if (target instanceof AliasTarget.SameZone same) {
      return answer(group(same.name(), picked.type()));
    }
    boolean known = KNOWN_TTL.contains(target.awsService().orElseThrow());
    OptionalLong ttl = known ? OptionalLong.of(RESOURCE_TTL) : OptionalLong.empty();
    return Map.of(Shown.resource(ttl, ZoneText.targetOf(target)), Fraction.ONE);
  }

  /** {@code healthy(r)} of route53.md#health. */
  boolean healthy(RecordSet set) {
    boolean ok = set.routing().flatMap(Routing::healthCheck).map(this::status).orElse(true);
    Optional<Content.Alias> alias = set.alias();
    if (alias.isPresent() && alias.get().evaluateTargetHealth()) {
      ok = ok && targetHealthy(alias.get().target(), set.type());
    }
    return ok;
  }

  /**
   * {@code target_healthy(alias)} of route53.md#health; of its members those that apply to the
   * client (route53.md#applicable-members).
   */
  private boolean targetHealthy(AliasTarget target, RecordType type) {
    if (target instanceof AliasTarget.SameZone same) {
      return applicable.inOrder(group(same.name(), type)).stream().anyMatch(this::healthy);
    }
    return WITHOUT_HEALTH.contains(target.awsService().orElseThrow())
        || !outages.targets().contains(target);
  }

  /** route53.md#check-types. */
  private boolean status(String name) {
    HealthCheck check = zone.healthChecks().get(name);
    if (check.common().disabled()) {
      return !check.common().inverted();
    }
    boolean ok = !outages.checks().contains(name);
    if (check instanceof HealthCheck.Calculated calculated) {
      ok = calculated.children().stream().filter(this::status).count() >= calculated.atLeast();
    } else if (check instanceof HealthCheck.CloudWatchAlarm alarm
        && outages.withoutData().contains(name)) {
      ok = alarm.insufficientData() != HealthCheck.InsufficientData.UNHEALTHY;
    }
    return ok != check.common().inverted();
  }
}
