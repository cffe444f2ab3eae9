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
    Naming naming = new Naming(locations);
    for (RecordSet set : zone.recordSets()) {
      if (set.policy().map(policy -> policy.accept(naming)).orElse(false)) {
        add(UNKNOWN, "a client whose place is unknown", Client.UNKNOWN);
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

  /** Whether a policy goes by where clients are; takes the places and networks that it names. */
  private final class Naming implements RoutingPolicy.Visitor<Boolean> {
    private final Set<String> locations;

    Naming(Set<String> locations) {
      this.locations = locations;
    }

    @Override
    public Boolean geolocation(RoutingPolicy.Geolocation policy) {
      place(policy.place());
      return true;
    }

    @Override
    public Boolean cidr(RoutingPolicy.Cidr policy) {
      locations.add(policy.location());
      return true;
    }

    @Override
    public Boolean weighted(RoutingPolicy.Weighted policy) {
      return false;
    }

    @Override
    public Boolean latency(RoutingPolicy.Latency policy) {
      return false;
    }

    @Override
    public Boolean geoproximity(RoutingPolicy.Geoproximity policy) {
      return false;
    }

    @Override
    public Boolean failover(RoutingPolicy.Failover policy) {
      return false;
    }

    @Override
    public Boolean multivalue(RoutingPolicy.Multivalue policy) {
      return false;
    }
  }
}
