package io.github.fleetdns.compile;

import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Health;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.IpAddress;
import io.github.fleetdns.zone.ReservedAddresses;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The health checks of a fleet: one for each endpoint that has {@code health}. */
final class HealthChecks {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private HealthChecks() {}

  static Map<String, HealthCheck> of(Fleet fleet) {
    Map<String, HealthCheck> checks = new LinkedHashMap<>();
    for (Endpoint endpoint : fleet.endpoints()) {
      endpoint.health().ifPresent(health -> checks.put(endpoint.name(), check(endpoint, health)));
    }
    return checks;
  }

  private static HealthCheck check(Endpoint endpoint, Health health) {
    HealthCheck.Common common = new HealthCheck.Common(health.invert(), health.disabled());
    Health.Probe probe = health.probe();
    if (probe instanceof Health.Calculated calculated) {
      return new HealthCheck.Calculated(calculated.children(), calculated.atLeast(), common);
    }
    if (probe instanceof Health.RoutingControl control) {
      return new HealthCheck.RoutingControl(control.arn(), common);
    }
    return connect(endpoint, (Health.Connect) probe, common);
  }

  private static HealthCheck connect(
      Endpoint endpoint, Health.Connect connect, HealthCheck.Common common) {
    Optional<IpAddress> address = Optional.empty();
    Optional<String> host = connect.host();
    Target target = endpoint.target();
    if (target instanceof Target.Addresses addresses) {
      address = Optional.of(reachable(addresses));
    } else if (target instanceof Target.Hostname hostname) {
      host = Optional.of(hostname.hostname().toString());
    }
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

  /** The first address that checkers can reach, or the first of all for a rule to complain of. */
  private static IpAddress reachable(Target.Addresses addresses) {
    return addresses.addresses().stream()
        .filter(address -> ReservedAddresses.purposeOf(address).isEmpty())
        .findFirst()
        .orElse(addresses.addresses().get(0));
  }
}
