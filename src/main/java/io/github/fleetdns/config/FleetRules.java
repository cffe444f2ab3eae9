package io.github.fleetdns.config;

import io.github.fleetdns.compile.CompiledZone;
import io.github.fleetdns.compile.Origin;
import io.github.fleetdns.compile.RoutePath;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Service;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.rule.Finding;
import io.github.fleetdns.zone.rule.Message;
import io.github.fleetdns.zone.rule.Need;
import io.github.fleetdns.zone.rule.Rules;
import io.github.fleetdns.zone.rule.Subject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Route 53's rules on the compiled fleet, and the places of the file that break them. */
final class FleetRules {
  /** A service has a tree for IPv4 and one for IPv6; what is wrong with both is said of one. */
  private record Mistake(Location at, String rule, Message message) {}

  private final EndpointsReader endpoints;
  private final RecordsReader records;
  private final RoutesReader routes;
  private final Location zone;

  FleetRules(EndpointsReader endpoints, RecordsReader records, RoutesReader routes, Location zone) {
    this.endpoints = endpoints;
    this.records = records;
    this.routes = routes;
    this.zone = zone;
  }

  /**
   * Every problem that the zone has with the rules.
   *
   * @param sound whether no error was found so far, so that the zone has everything of the file
   */
  List<Problem> check(CompiledZone compiled, boolean sound) {
    List<Problem> problems = new ArrayList<>();
    if (sound) {
      EndpointNeeds.checkTargets(compiled, i -> endpoints.value(i, 0), problems);
      warnOfUnchecked(compiled.fleet(), problems);
    }
    boolean complete = sound && problems.stream().noneMatch(Problem::isError);
    Set<Mistake> seen = new HashSet<>();
    for (Finding finding : Rules.check(compiled.zone(), missing(complete))) {
      if (!Shape.says(finding.rule().id()) && !isOfUnnamed(finding.subject(), compiled)) {
        Location at = locate(finding.subject(), compiled);
        if (seen.add(new Mistake(at, finding.rule().id(), finding.message().ofIpv4()))) {
          problems.add(finding.at(at, finding.message().text(Names::spelled)));
        }
      }
    }
    return problems;
  }

  private void warnOfUnchecked(Fleet fleet, List<Problem> problems) {
    for (Service service : UncheckedServices.in(fleet, endpoints::isUncheckedOnPurpose)) {
      problems.add(
          Problem.warning(
              routes.locate(RoutePath.service(service.name())),
              "service-unchecked",
              "nothing below service \""
                  + service.name()
                  + "\" has a health check, so that clients are sent to a server that is lost"
                  + " although another could answer; give the endpoints health, such as defaults:"
                  + " {health: {https: /healthz}}, or health: false where none is meant"));
    }
  }

  /** What rules cannot rely on, since the file has errors. */
  private Set<Need> missing(boolean complete) {
    Set<Need> missing = EnumSet.noneOf(Need.class);
    if (!complete) {
      missing.add(Need.USES);
      missing.add(Need.ZONE_NAME);
    }
    if (endpoints.healthBroken()) {
      missing.add(Need.ALL_CHECKS);
    }
    return missing;
  }

  /** Whether this is about the name and type of a record whose name is none. */
  private boolean isOfUnnamed(Subject subject, CompiledZone compiled) {
    return subject instanceof Subject.Set set
        && compiled.origins().get(set.index()) instanceof Origin.Stated stated
        && records.isUnnamed(stated.record());
  }

  /** For each record set of the zone, where what it comes from is written. */
  List<Location> places(CompiledZone compiled) {
    return compiled.origins().stream().map(this::locate).toList();
  }

  private Location locate(Subject subject, CompiledZone compiled) {
    return subject.match(
        whole -> zone,
        set -> locate(compiled.origins().get(set.index())),
        value -> locate(compiled.origins().get(value.index()), value.value()),
        check -> endpoints.healthPlace(check.name()));
  }

  private Location locate(Origin origin, int value) {
    return origin.match(
        endpoint -> endpoints.value(endpoint.endpoint(), endpoint.values().get(value)),
        stated -> records.value(stated.record(), stated.values().get(value)),
        routed -> routes.locate(routed.path()));
  }

  private Location locate(Origin origin) {
    return origin.match(
        endpoint -> endpoints.key(endpoint.endpoint()),
        stated -> records.key(stated.record()),
        routed -> routes.locate(routed.path()));
  }
}
