package io.github.fleetdns.cli;

import io.github.fleetdns.input.Endpoint;
import io.github.fleetdns.input.Failures;
import io.github.fleetdns.input.ZoneInput;
import io.github.fleetdns.traffic.Server;
import java.util.LinkedHashSet;
import java.util.List;

/** The endpoints of an input as the servers of its traffic. */
final class Servers {
  private Servers() {}

  /** The servers, in the endpoints' order; what is lost with one is what {@code --down} means. */
  static List<Server> of(ZoneInput input) {
    Failures failures = Failures.of(input);
    return input.endpoints().all().stream().map(endpoint -> server(endpoint, failures)).toList();
  }

  private static Server server(Endpoint endpoint, Failures failures) {
    return new Server(
        endpoint.name(),
        endpoint.region(),
        endpoint.capacity(),
        new LinkedHashSet<>(endpoint.healthChecks()),
        endpoint.values(),
        endpoint.aliasTargets(),
        failures.of(endpoint).outages());
  }
}
