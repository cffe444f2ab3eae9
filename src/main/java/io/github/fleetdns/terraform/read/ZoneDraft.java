package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A hosted zone while it is put together. */
final class ZoneDraft {
  final Optional<Resource> resource;
  final Location at;

  /** The id, or the expression for it; what messages call the zone while it has no name. */
  final String id;

  final List<Resource> records = new ArrayList<>();
  final List<RecordSet> recordSets = new ArrayList<>();
  final List<Source> sources = new ArrayList<>();
  final Set<Resource> checks = new LinkedHashSet<>();
  final Set<Resource> collections = new LinkedHashSet<>();
  final List<Visibility.Vpc> vpcs = new ArrayList<>();
  final List<Problem> problems = new ArrayList<>();
  boolean secluded;
  DomainName name;

  ZoneDraft(Optional<Resource> resource, Location at, String id) {
    this.resource = resource;
    this.at = at;
    this.id = id;
    this.name = ZoneNames.UNKNOWN;
  }

  boolean isManaged() {
    return resource.filter(found -> !found.data()).isPresent();
  }

  /** Something about a record, check or zone that only Terraform can tell. */
  void unresolved(Location where, String what) {
    problems.add(Problem.warning(where, ReadRules.UNRESOLVED, what));
  }

  void wrong(Location where, String what) {
    problems.add(Problem.error(where, ReadRules.REFUSED, what));
  }

  private List<String> nameServers() {
    return resource.stream()
        .flatMap(found -> found.get("name_servers").items().stream())
        .flatMap(server -> server.text().stream())
        .toList();
  }

  TerraformZone finish(
      String comment,
      Map<String, String> tags,
      HealthChecks healthChecks,
      List<CidrCollection> cidrCollections) {
    Map<String, HealthCheck> read = new LinkedHashMap<>();
    Map<String, Source> places = new LinkedHashMap<>();
    for (Resource check : checks) {
      healthChecks
          .read(check, this)
          .ifPresent(
              known -> {
                read.put(healthChecks.name(check), known);
                places.put(healthChecks.name(check), new Source(check.address(), check.at(), true));
              });
    }
    Visibility visibility =
        secluded || !vpcs.isEmpty() ? new Visibility.Private(vpcs) : new Visibility.Public();
    HostedZone zone =
        new HostedZone(name, comment, tags, visibility, recordSets, read, cidrCollections);
    return new TerraformZone(
        zone, resource.map(Resource::address), at, sources, places, nameServers(), problems);
  }
}
