package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Question;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/** Fleets for tests of traffic. */
final class TrafficFleets {
  /**
   * Three regions: Europe has two, weighted 3 to 1; everybody else one, and Europe's larger one.
   */
  static final String THREE_REGIONS =
      """
      fleet: three
      zone: {name: ai.example.com}
      defaults: {ttl: 60, health: {https: /healthz, interval: 10, failures: 3}}
      endpoints:
        us: {region: us-east-1, address: 52.94.1.1, capacity: 60}
        de: {region: eu-central-1, address: 52.94.1.2, capacity: 50}
        ie: {region: eu-west-1, address: 52.94.1.3, capacity: 40}
      services:
        api:
          route:
            geolocation:
              europe: {weighted: {de: 3, ie: 1}}
              "*": {failover: [us, de]}
      """;

  private TrafficFleets() {}

  static Fleet fleet(String text) {
    return FleetFile.parse("fleet.yaml", text).fleet().orElseThrow();
  }

  static TrafficModel model(String text) {
    return model(fleet(text));
  }

  static TrafficModel model(Fleet fleet) {
    HostedZone zone = FleetCompiler.compile(fleet).zone();
    List<Server> servers = new ArrayList<>();
    for (Endpoint endpoint : fleet.endpoints()) {
      Set<String> values = new LinkedHashSet<>();
      if (endpoint.target() instanceof Target.Addresses addresses) {
        addresses.addresses().forEach(address -> values.add(address.toString()));
      } else if (endpoint.target() instanceof Target.Hostname hostname) {
        values.add(hostname.hostname().toString());
      }
      Set<String> checks =
          zone.healthChecks().containsKey(endpoint.name()) ? Set.of(endpoint.name()) : Set.of();
      servers.add(
          new Server(
              endpoint.name(),
              endpoint.region(),
              endpoint.capacity(),
              checks,
              values,
              Set.of(),
              new Outages(checks, Set.of(), Set.of())));
    }
    return TrafficModel.of(zone, servers);
  }

  static Question question(String name) {
    return Question.of(name, RecordType.A);
  }

  /** Eight clients: three in Germany, one in France, two in California, two in Japan. */
  static Population eight() {
    return new Population(
        "eight clients",
        List.of(
            group("DE", Client.in("DE"), 3),
            group("FR", Client.in("FR"), 1),
            group("US-CA", Client.in("US", "CA"), 2),
            group("JP", Client.in("JP"), 2)));
  }

  static ClientGroup group(String code, Client client, long weight) {
    return new ClientGroup(code, code, client, BigFraction.of(weight));
  }
}
