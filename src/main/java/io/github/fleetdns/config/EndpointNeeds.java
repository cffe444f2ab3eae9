package io.github.fleetdns.config;

import io.github.fleetdns.compile.CompiledZone;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.compile.Origin;
import io.github.fleetdns.fleet.AliasedResource;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Health;
import io.github.fleetdns.fleet.Load;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** What the parts of an endpoint need of each other and of the rest of the fleet. */
final class EndpointNeeds {
  private EndpointNeeds() {}

  /** The load of an endpoint, if it has one and the rest of the endpoint allows it. */
  static Optional<Load> load(YamlFields fields, Optional<Health> health, List<Problem> problems) {
    Optional<Load> load = fields.get("load").flatMap(node -> LoadReader.read(node, problems));
    if (fields.get("load").isEmpty()) {
      return load;
    }
    if (fields.get("region").isEmpty()) {
      problems.add(
          Problem.error(
              fields.at("load"),
              "load-region",
              "the alarm on this metric is made in the endpoint's region, and it has none; give it"
                  + " one"));
      return Optional.empty();
    }
    if (health.isPresent() && health.get().probe() instanceof Health.Calculated) {
      problems.add(
          Problem.error(
              fields.at("load"),
              "load-calculated",
              "Route 53 refuses a calculated health check that counts another calculated one, as"
                  + " load beside it would be; give the load to the endpoints that it counts"));
      return Optional.empty();
    }
    return load;
  }

  /** Complains of a check that tries to reach what is not on the internet. */
  static void checkReach(
      Target target, Optional<Health> health, YamlFields fields, List<Problem> problems) {
    if (target instanceof Target.Alias alias
        && alias.resource() instanceof AliasedResource.VpcEndpoint
        && health.isPresent()
        && health.get().probe() instanceof Health.Connect) {
      problems.add(
          Problem.error(
              fields.get("health").isPresent() ? fields.at("health") : TargetReader.place(fields),
              "health-unreachable",
              "Route 53's checkers are on the internet and cannot reach a VPC endpoint; watch a"
                  + " metric of it with load:, or write health: false"));
    }
  }

  /**
   * Complains of aliases whose target is not among the records of the fleet, and of buckets that no
   * record is called like.
   *
   * @param places where the target of the endpoint at a position stands
   */
  static void checkTargets(
      CompiledZone compiled, IntFunction<Location> places, List<Problem> problems) {
    List<Endpoint> endpoints = compiled.fleet().endpoints();
    Set<Integer> published = new HashSet<>();
    for (Origin origin : compiled.origins()) {
      if (origin instanceof Origin.Endpoint endpoint) {
        published.add(endpoint.endpoint());
      }
    }
    for (int i = 0; i < endpoints.size(); i++) {
      Endpoint endpoint = endpoints.get(i);
      Location at = places.apply(i);
      if (!(endpoint.target() instanceof Target.Alias alias)) {
        continue;
      }
      if (alias.resource() instanceof AliasedResource.OtherRecord other
          && !published.contains(i)
          && (endpoint.published() || !isThere(compiled, other))) {
        problems.add(
            Problem.error(
                at,
                "record-target",
                "this fleet has no other A, AAAA or CNAME record called \""
                    + other.name()
                    + "\"; names are relative to the zone, and \"@\" is the zone itself"));
      }
      if (alias.resource() instanceof AliasedResource.S3Website website) {
        website
            .bucket()
            .filter(bucket -> !hasName(compiled.zone(), bucket))
            .ifPresent(
                bucket ->
                    problems.add(
                        Problem.warning(
                            at,
                            "s3-bucket-name",
                            "S3 answers for the bucket that is called like the record, and no"
                                + " record here is called "
                                + bucket)));
      }
    }
  }

  private static boolean isThere(CompiledZone compiled, AliasedResource.OtherRecord other) {
    DomainName name = FleetCompiler.nameOf(other.name(), compiled.zone().name());
    return compiled.zone().recordSets().stream().anyMatch(set -> set.name().equals(name));
  }

  private static boolean hasName(HostedZone zone, String bucket) {
    return zone.recordSets().stream()
        .map(RecordSet::name)
        .map(DomainName::toString)
        .anyMatch(bucket::equals);
  }
}
