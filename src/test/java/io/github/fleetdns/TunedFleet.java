package io.github.fleetdns;

import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Pool;
import io.github.fleetdns.fleet.Route;
import io.github.fleetdns.fleet.Service;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.zone.IpAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/**
 * A fleet with everything changed that users tune: weights, capacities, addresses, TTLs, biases,
 * and the order of everything whose order has no meaning.
 */
public final class TunedFleet {
  private final Random random;

  private TunedFleet(long seed) {
    this.random = new Random(seed);
  }

  /** The fleet, tuned at random. */
  public static Fleet of(Fleet fleet, long seed) {
    return new TunedFleet(seed).tune(fleet);
  }

  private Fleet tune(Fleet fleet) {
    return new Fleet(
        fleet.name(),
        fleet.zone(),
        random.nextInt(1000),
        shuffled(fleet.endpoints().stream().map(this::endpoint).toList()),
        shuffled(fleet.pools().stream().map(p -> new Pool(p.name(), route(p.route()))).toList()),
        shuffled(fleet.services().stream().map(this::service).toList()),
        shuffled(fleet.records()),
        fleet.tags(),
        fleet.provider(),
        fleet.backend(),
        fleet.monitoring(),
        fleet.residency());
  }

  private Service service(Service service) {
    return new Service(
        service.name(), OptionalLong.of(random.nextInt(1000)), route(service.route()));
  }

  private Endpoint endpoint(Endpoint endpoint) {
    List<IpAddress> addresses =
        ((Target.Addresses) endpoint.target())
            .addresses().stream().map(a -> IpAddress.of(other(a))).toList();
    return new Endpoint(
            endpoint.name(),
            endpoint.region(),
            new Target.Addresses(shuffled(addresses)),
            endpoint.ttl(),
            endpoint.capacity(),
            endpoint.health(),
            endpoint.load())
        .withCapacity(1 + random.nextInt(5000))
        .withTtl(random.nextInt(1000));
  }

  private String other(IpAddress address) {
    return address.isIpv4()
        ? "52.95." + random.nextInt(256) + "." + random.nextInt(256)
        : "2600:1f:" + Integer.toHexString(random.nextInt(65536)) + "::1";
  }

  private Route route(Route route) {
    if (route instanceof Route.Weighted weighted) {
      return new Route.Weighted(
          shuffled(
              weighted.shares().stream()
                  .map(s -> new Route.Share(s.name(), random.nextInt(256), route(s.route())))
                  .toList()));
    }
    if (route instanceof Route.ByCapacity byCapacity) {
      return new Route.ByCapacity(shuffled(byCapacity.members()));
    }
    if (route instanceof Route.LatencyByRegion latency) {
      return new Route.LatencyByRegion(shuffled(latency.members()));
    }
    if (route instanceof Route.Latency latency) {
      return new Route.Latency(
          shuffled(
              latency.children().stream()
                  .map(c -> new Route.Regional(c.name(), c.region(), route(c.route())))
                  .toList()));
    }
    if (route instanceof Route.Geolocation geolocation) {
      return new Route.Geolocation(
          shuffled(
              geolocation.children().stream()
                  .map(c -> new Route.Local(c.place(), route(c.route())))
                  .toList()));
    }
    if (route instanceof Route.Geoproximity geoproximity) {
      return new Route.Geoproximity(
          shuffled(
              geoproximity.children().stream()
                  .map(
                      c ->
                          new Route.Near(
                              c.name(), c.location(), random.nextInt(199) - 99, route(c.route())))
                  .toList()));
    }
    if (route instanceof Route.Failover failover) {
      return new Route.Failover(failover.children().stream().map(this::route).toList());
    }
    if (route instanceof Route.Multivalue multivalue) {
      return new Route.Multivalue(shuffled(multivalue.endpoints()));
    }
    if (route instanceof Route.Cidr cidr) {
      return new Route.Cidr(
          shuffled(
              cidr.children().stream()
                  .map(c -> new Route.Network(c.name(), c.blocks(), route(c.route())))
                  .toList()));
    }
    return route;
  }

  private <T> List<T> shuffled(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }
}
