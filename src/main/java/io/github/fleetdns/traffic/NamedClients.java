package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.PlaceText;
import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The clients that zones speak of themselves: those of the places and networks that their records
 * name, and the client of whom no place is known. What is said of everybody has to hold for them,
 * too, whoever is counted.
 */
final class NamedClients {
  private static final String UNKNOWN = "unknown";

  private final Map<String, ClientGroup> groups = new LinkedHashMap<>();

  private NamedClients() {}

  /** The clients of whom these zones speak; none of private zones, which go by VPCs. */
  static List<ClientGroup> of(List<HostedZone> zones) {
    NamedClients named = new NamedClients();
    zones.stream().filter(zone -> !zone.isPrivate()).forEach(named::add);
    return List.copyOf(named.groups.values());
  }

  private void add(HostedZone zone) {
    Set<String> locations = new LinkedHashSet<>();
    for (RecordSet set : zone.recordSets()) {
      Optional<RoutingPolicy> policy = set.policy();
      if (policy.isPresent() && policy.get() instanceof RoutingPolicy.Geolocation geolocation) {
        add(UNKNOWN, "a client whose place is unknown", Client.UNKNOWN);
        place(geolocation.place());
      }
      if (policy.isPresent() && policy.get() instanceof RoutingPolicy.Cidr cidr) {
        add(UNKNOWN, "a client whose place is unknown", Client.UNKNOWN);
        locations.add(cidr.location());
      }
    }
    for (CidrCollection collection : zone.cidrCollections()) {
      collection
          .locations()
          .forEach(
              (location, blocks) -> {
                if (locations.contains(location)) {
                  blocks.forEach(this::network);
                }
              });
    }
  }

  private void place(GeoPlace place) {
    if (place instanceof GeoPlace.Default) {
      return;
    }
    try {
      PlaceText.Place known = PlaceText.place(place.toString());
      add(known.code(), known.title(), known.client());
    } catch (IllegalArgumentException e) {
      // Rules complain of places that are none; nobody asks from there.
    }
  }

  private void network(AddressBlock block) {
    String code = block.canonical().toString();
    add(code, code, Client.UNKNOWN.withSubnet(block.canonical()));
  }

  private void add(String code, String title, Client client) {
    groups.putIfAbsent(code, new ClientGroup(code, title, client, BigFraction.ZERO));
  }
}
