package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.Rule.error;
import static io.github.fleetdns.zone.rule.Rule.warning;

import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HealthCheck.Calculated;
import io.github.fleetdns.zone.HealthCheck.CloudWatchAlarm;
import io.github.fleetdns.zone.HealthCheck.Common;
import io.github.fleetdns.zone.HealthCheck.Endpoint;
import io.github.fleetdns.zone.Lag;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.rule.ZoneIndex.Entry;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rules about how record sets and calculated checks use health checks
 * (route53.md#health-consequences, route53.md#checks).
 */
final class CheckUseRules {
  /** What names a health check of elsewhere: its id, or a Terraform expression. */
  private static final Pattern EXTERNAL =
      Pattern.compile(
          "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|.*\\$\\{.*", Pattern.CASE_INSENSITIVE);

  static final List<Rule> ALL =
      List.of(
          error(
                  "check-exists",
                  "A record set has a health check that exists.",
                  Basis.of("r10", "deleted-check"),
                  CheckUseRules::unknown)
              .needing(Need.HEALTH_CHECK),
          error(
                  "check-child-exists",
                  "A calculated health check has children that exist.",
                  Basis.of("r10"),
                  CheckUseRules::unknownChild)
              .needing(Need.ALL_CHECKS),
          error(
              "check-child-calculated",
              "A calculated health check is no child of another.",
              Basis.of("check-fields"),
              CheckUseRules::calculatedChild),
          warning(
                  "check-unused",
                  "A health check is used.",
                  Basis.of("prices").and("each health check is charged for"),
                  CheckUseRules::unused)
              .needing(Need.USES),
          warning(
                  "check-silent-metric",
                  "A server that is watched by a metric alone leaves DNS when the metric falls silent.",
                  Basis.of("check-fields")
                      .and("a server that is down often sends no metric either"),
                  CheckUseRules::silentMetric)
              .needing(Need.HEALTH_CHECK),
          warning(
                  "check-own-name",
                  "A health check does not look up the name whose answers it decides.",
                  Basis.of("own-name-check"),
                  CheckUseRules::ownName)
              .needing(Need.TARGET, Need.HEALTH_CHECK),
          warning(
                  "check-host-ipv4",
                  "A health check that looks a name up finds an IPv4 address.",
                  Basis.of("check-ipv4"),
                  CheckUseRules::hostWithoutIpv4)
              .needing(Need.HEALTH_CHECK),
          warning(
                  "ttl-detection",
                  "Resolvers keep an answer no longer than its health check takes to notice, or 60 seconds.",
                  Basis.of("ttl")
                      .and(
                          "Route 53 Developer Guide recommends a TTL of 60 or less beside a health check"),
                  CheckUseRules::slowTtl)
              .needing(Need.HEALTH_CHECK, Need.TTL));

  /** The TTL that Route 53's documentation advises beside a health check, in seconds. */
  private static final long RECOMMENDED_TTL = 60;

  private CheckUseRules() {}

  private static void unknown(ZoneIndex zone, Rule.Report report) {
    Set<String> known = zone.zone().healthChecks().keySet();
    for (Entry entry : zone.checked()) {
      entry
          .check()
          .filter(name -> !known.contains(name))
          .ifPresent(
              name ->
                  report.add(
                      entry.subject(),
                      entry.key(),
                      " has the health check \"",
                      name,
                      "\", which does not exist; give that endpoint health"));
    }
  }

  private static void unknownChild(ZoneIndex zone, Rule.Report report) {
    Map<String, HealthCheck> checks = zone.zone().healthChecks();
    zone.eachCheck(
        Calculated.class,
        (name, check, subject) -> {
          for (String child : check.children()) {
            if (!checks.containsKey(child) && !EXTERNAL.matcher(child).matches()) {
              report.add(
                  subject,
                  "the calculated health check of ",
                  name,
                  " has the child \"",
                  child,
                  "\", which has no health check; name endpoints that have one");
            }
          }
        });
  }

  private static void calculatedChild(ZoneIndex zone, Rule.Report report) {
    Map<String, HealthCheck> checks = zone.zone().healthChecks();
    zone.eachCheck(
        Calculated.class,
        (name, check, subject) -> {
          for (String child : check.children()) {
            if (checks.get(child) instanceof Calculated) {
              report.add(
                  subject,
                  "the calculated health check of ",
                  name,
                  " has the child \"",
                  child,
                  "\", which is calculated itself; name that one's children instead");
            }
          }
        });
  }

  private static void unused(ZoneIndex zone, Rule.Report report) {
    Set<String> used = new HashSet<>();
    zone.checked().forEach(entry -> entry.check().ifPresent(used::add));
    zone.eachCheck(Calculated.class, (name, check, subject) -> used.addAll(check.children()));
    zone.eachCheck(
        HealthCheck.class,
        (name, check, subject) -> {
          if (!used.contains(name)) {
            report.add(
                subject,
                "the health check of ",
                name,
                " decides nothing, but is charged for; route a service to it by a policy, or"
                    + " remove its health");
          }
        });
  }

  /** Once for each check, whichever record sets have it. */
  private static void silentMetric(ZoneIndex zone, Rule.Report report) {
    Set<String> alone = new HashSet<>();
    zone.checked().forEach(entry -> entry.check().ifPresent(alone::add));
    zone.eachCheck(
        CloudWatchAlarm.class,
        (name, check, subject) -> {
          boolean stays = check.insufficientData() != HealthCheck.InsufficientData.UNHEALTHY;
          boolean judged = check.metric().isPresent() && check.common().equals(Common.PLAIN);
          if (alone.contains(name) && stays && judged) {
            report.add(
                subject,
                "the health check of ",
                name,
                " is a metric alone, and while the metric has no data it ",
                check.insufficientData() == HealthCheck.InsufficientData.HEALTHY
                    ? "counts as healthy"
                    : "stays as it was",
                ": a server that is down, and sends none, stays in DNS; give the endpoint health"
                    + " as well, or its load insufficient-data: unhealthy");
          }
        });
  }

  /** The host that a check looks up; with an address it is only what the checker asks for. */
  private static Optional<DomainName> lookedUp(Endpoint check) {
    return check.address().isPresent()
        ? Optional.empty()
        : check.host().flatMap(ValueRules::nameIn);
  }

  private static void ownName(ZoneIndex zone, Rule.Report report) {
    for (Entry entry : zone.checked()) {
      Optional<String> name = entry.check();
      if (name.isPresent()
          && zone.zone().healthChecks().get(name.get()) instanceof Endpoint check
          && lookedUp(check).equals(Optional.of(entry.set().name()))) {
        report.add(
            entry.subject(),
            "the health check of ",
            entry.key(),
            " looks up that very name, so that its result depends on itself; let it look at"
                + " the server's own address or name");
      }
    }
  }

  private static void hostWithoutIpv4(ZoneIndex zone, Rule.Report report) {
    zone.eachCheck(
        Endpoint.class,
        (name, check, subject) ->
            lookedUp(check)
                .filter(host -> zone.typesAt(host).contains(RecordType.AAAA))
                .filter(host -> !zone.typesAt(host).contains(RecordType.A))
                .ifPresent(
                    host ->
                        report.add(
                            subject,
                            "the health check of ",
                            name,
                            " looks up ",
                            host,
                            ", which has only IPv6 addresses, and checkers look for IPv4;"
                                + " give the check the address itself")));
  }

  /** One finding for each group: its members mostly share a TTL. */
  private static void slowTtl(ZoneIndex zone, Rule.Report report) {
    for (List<Entry> group : zone.routedGroups()) {
      Optional<Slow> slowest =
          group.stream()
              .flatMap(entry -> slow(zone, entry).stream())
              .max(Comparator.comparingLong(Slow::ttl));
      slowest.ifPresent(
          slow ->
              report.add(
                  slow.entry().subject(),
                  slow.entry().key(),
                  " fails over after about ",
                  slow.noticed().plus(slow.ttl()).typicalSeconds(),
                  " seconds, at the worst ",
                  slow.noticed().plus(slow.ttl()).worstSeconds(),
                  ": ",
                  slow.noticed().typicalSeconds(),
                  " to ",
                  slow.noticed().worstSeconds(),
                  " until its health check notices, then ",
                  slow.ttl(),
                  " of ttl; set ttl: 60 or less"));
    }
  }

  private record Slow(Entry entry, long ttl, Lag noticed) {}

  private static Optional<Slow> slow(ZoneIndex zone, Entry entry) {
    if (!(entry.set().content() instanceof Content.Values values)) {
      return Optional.empty();
    }
    return entry
        .check()
        .flatMap(name -> noticed(zone.zone().healthChecks(), name))
        .map(noticed -> new Slow(entry, values.ttl(), noticed))
        .filter(slow -> slow.ttl() > Math.max(slow.noticed().typicalSeconds(), RECOMMENDED_TTL));
  }

  /** By the checks of which it is known: those of which it is not can only take longer. */
  private static Optional<Lag> noticed(Map<String, HealthCheck> checks, String name) {
    return Lag.ofCheck(
        name, checks, child -> Lag.ofCheck(child, checks, grandchild -> true).isPresent());
  }
}
