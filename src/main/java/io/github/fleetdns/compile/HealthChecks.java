package io.github.fleetdns.compile;

import io.github.fleetdns.fleet.AliasedResource;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Health;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.IpAddress;
import io.github.fleetdns.zone.ReservedAddresses;
import io.github.fleetdns.zone.ValueOrder;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The health checks of a fleet: one for each endpoint that has {@code health}, and its load. */
final class HealthChecks {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private HealthChecks() {}

  static Map<String, HealthCheck> of(Fleet fleet) {
    Map<String, HealthCheck> checks = new LinkedHashMap<>();
    for (Endpoint endpoint : fleet.endpoints()) {
      endpoint
          .health()
          .flatMap(health -> check(fleet, endpoint, health))
          .ifPresent(check -> checks.put(endpoint.name(), check));
      LoadChecks.add(fleet, endpoint, checks);
    }
    fleet.verbatim().checks().forEach((name, stated) -> checks.put(name, stated.check()));
    return checks;
  }

  /** All the tags of the checks that have others than fleetdns gives by itself. */
  static Map<String, Map<String, String>> tags(Fleet fleet) {
    Map<String, Map<String, String>> tags = new LinkedHashMap<>();
    for (Endpoint endpoint : fleet.endpoints()) {
      endpoint.health().flatMap(Health::tags).ifPresent(given -> tags.put(endpoint.name(), given));
    }
    fleet.verbatim().checks().forEach((name, stated) -> tags.put(name, stated.tags()));
    return tags;
  }

  /** What the check is called that stands for the health of an endpoint. */
  static String nameOf(Endpoint endpoint, Health health) {
    return health
        .probe()
        .match(
            connect -> endpoint.name(),
            calculated -> endpoint.name(),
            control -> endpoint.name(),
            Health.Shared::name);
  }

  /** The check of an endpoint; empty if it uses one that is there already. */
  private static Optional<HealthCheck> check(Fleet fleet, Endpoint endpoint, Health health) {
    HealthCheck.Common common = new HealthCheck.Common(health.invert(), health.disabled());
    return health
        .probe()
        .match(
            connect -> Optional.of(connect(fleet, endpoint, connect, common)),
            calculated ->
                Optional.of(
                    new HealthCheck.Calculated(
                        calculated.children().stream()
                            .map(child -> childCheck(fleet, child))
                            .toList(),
                        calculated.atLeast(),
                        common)),
            control -> Optional.of(new HealthCheck.RoutingControl(control.arn(), common)),
            shared -> Optional.empty());
  }

  /**
   * The check that stands for an endpoint among the children of another: that of its health, since
   * a calculated check cannot be a child; that of its load if there is no other.
   */
  private static String childCheck(Fleet fleet, String child) {
    return fleet.endpoints().stream()
        .filter(endpoint -> endpoint.name().equals(child))
        .findFirst()
        .flatMap(
            endpoint ->
                endpoint
                    .health()
                    .map(health -> nameOf(endpoint, health))
                    .or(() -> LoadChecks.usedBy(endpoint)))
        .orElse(child);
  }

  private static HealthCheck connect(
      Fleet fleet, Endpoint endpoint, Health.Connect connect, HealthCheck.Common common) {
    Target target = endpoint.target();
    Optional<IpAddress> address =
        target.match(
            addresses -> Optional.of(reachable(addresses)),
            hostname -> Optional.empty(),
            alias -> Optional.empty());
    Optional<String> host =
        target.match(
            addresses -> connect.host(),
            hostname -> connect.host().or(() -> Optional.of(hostname.hostname().toString())),
            alias -> connect.host().or(() -> Optional.of(name(fleet, endpoint, alias.resource()))));
    boolean https = connect.protocol() == HealthCheck.Protocol.HTTPS;
    return new HealthCheck.Endpoint(
        connect.protocol(),
        address,
        host,
        connect.port().orElse(https ? HTTPS_PORT : HTTP_PORT),
        connect.path(),
        connect.search(),
        connect.interval(),
        connect.failures(),
        connect.regions(),
        connect.measureLatency(),
        https ? Optional.of(connect.sni() && host.isPresent()) : Optional.empty(),
        common);
  }

  /**
   * The name that checkers look up for an alias: the resource's own or, where that does not lead to
   * it or is not known yet, the endpoint's. The latter is a simple record without a check, so that
   * it answers whatever its check says.
   */
  private static String name(Fleet fleet, Endpoint endpoint, AliasedResource resource) {
    return resource
        .accept(PUBLIC_NAME)
        .orElseGet(() -> fleet.zone().name().prepend(endpoint.name()).toString());
  }

  /** The resource's own name, if that leads to it from the internet and is known. */
  private static final AliasedResource.Visitor<Optional<String>> PUBLIC_NAME =
      new AliasedResource.Visitor<>() {
        @Override
        public Optional<String> loadBalancer(AliasedResource.LoadBalancer resource) {
          return Optional.of(resource.dnsName());
        }

        @Override
        public Optional<String> namedLoadBalancer(AliasedResource.NamedLoadBalancer resource) {
          return Optional.empty();
        }

        @Override
        public Optional<String> cloudFront(AliasedResource.CloudFront resource) {
          return Optional.of(resource.dnsName());
        }

        @Override
        public Optional<String> globalAccelerator(AliasedResource.GlobalAccelerator resource) {
          return Optional.of(resource.dnsName());
        }

        @Override
        public Optional<String> apiGateway(AliasedResource.ApiGateway resource) {
          return Optional.empty();
        }

        @Override
        public Optional<String> s3Website(AliasedResource.S3Website resource) {
          return Optional.empty();
        }

        @Override
        public Optional<String> vpcEndpoint(AliasedResource.VpcEndpoint resource) {
          return Optional.empty();
        }

        @Override
        public Optional<String> otherRecord(AliasedResource.OtherRecord resource) {
          return Optional.empty();
        }

        @Override
        public Optional<String> reference(AliasedResource.Reference resource) {
          return Optional.empty();
        }
      };

  /**
   * Of the addresses that checkers can reach, or of all for a rule to complain of: the first IPv4
   * one, else the first IPv6 one, in the order of values, whatever the order of the author.
   */
  private static IpAddress reachable(Target.Addresses addresses) {
    return addresses.addresses().stream()
        .min(
            Comparator.<IpAddress, Boolean>comparing(
                    address -> ReservedAddresses.purposeOf(address).isPresent())
                .thenComparing(IpAddress::recordType)
                .thenComparing(IpAddress::toString, ValueOrder.INSTANCE))
        .orElseThrow();
  }
}
