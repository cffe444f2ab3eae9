package io.github.fleetdns.report;

import io.github.fleetdns.answer.Client;
import java.util.ArrayList;
import java.util.List;

/** Clients in a few words. */
public final class ClientText {
  private ClientText() {}

  /** What is known of a client: {@code US-CA, 203.0.113.0/24}. */
  public static String of(Client client) {
    List<String> known = new ArrayList<>();
    client
        .country()
        .ifPresent(
            country ->
                known.add(country + client.subdivision().map(state -> "-" + state).orElse("")));
    if (client.country().isEmpty()) {
      client.continent().ifPresent(continent -> known.add(continent.word()));
    }
    client.at().ifPresent(at -> known.add(at.latitude() + "," + at.longitude()));
    client.subnet().ifPresent(subnet -> known.add(subnet.toString()));
    if (client.isInVpc()) {
      known.add(
          client.vpc().map(id -> "the VPC " + id).orElse("a VPC")
              + client.vpcRegion().map(region -> " in " + region).orElse(""));
    }
    return known.isEmpty() ? "a client anywhere" : String.join(", ", known);
  }
}
