package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.Question;
import io.github.fleetdns.compile.CompiledZone;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.input.Servers;
import io.github.fleetdns.zone.RecordType;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** Fleets for tests of traffic. */
public final class TrafficFleets {
  /**
   * Three regions: Europe has two, weighted 3 to 1; everybody else one, and Europe's larger one.
   */
  public static final String THREE_REGIONS =
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

  public static Fleet fleet(String text) {
    return FleetFile.parse("fleet.yaml", text).fleet().orElseThrow();
  }

  public static TrafficModel model(String text) {
    return model(fleet(text));
  }

  /** With the servers as any input of the fleet has them. */
  public static TrafficModel model(Fleet fleet) {
    CompiledZone compiled = FleetCompiler.compile(fleet);
    return TrafficModel.of(compiled.zone(), Servers.of(compiled).all());
  }

  public static Question question(String name) {
    return Question.of(name, RecordType.A);
  }

  /** Eight clients: three in Germany, one in France, two in California, two in Japan. */
  public static Population eight() {
    return new Population(
        "eight clients",
        List.of(
            group("DE", Client.in("DE"), 3),
            group("FR", Client.in("FR"), 1),
            group("US-CA", Client.in("US", "CA"), 2),
            group("JP", Client.in("JP"), 2)));
  }

  public static ClientGroup group(String code, Client client, long weight) {
    return new ClientGroup(code, code, client, BigFraction.of(weight));
  }
}
