package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Server;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * What servers can take, against what is demanded of them. Exact.
 *
 * <p>The demand and the capacities are in one unit: requests per second, if the demand is. Without
 * a demand it is taken to be the capacity of all servers together, so that a utilisation of 1 means
 * that a server gets just its part.
 */
public final class Capacity {
  /** Floating-point numbers that differ by more than this part differ exactly, too. */
  private static final double PRECISION = 1e-9;

  private final List<Server> servers;
  private final Optional<BigFraction> given;
  private final BigFraction demand;
  private final Map<Destination, Server> destinations = new LinkedHashMap<>();

  private Capacity(List<Server> servers, Optional<BigFraction> given) {
    this.servers = servers.stream().filter(s -> s.capacity().isPresent()).toList();
    this.servers.forEach(s -> destinations.put(new Destination.ToServer(s.name()), s));
    this.given = given;
    this.demand =
        given.orElseGet(
            () ->
                this.servers.stream()
                    .map(s -> BigFraction.of(s.capacity().getAsLong()))
                    .reduce(BigFraction.ZERO, BigFraction::add));
  }

  /**
   * The capacity of servers.
   *
   * @param demand how much is demanded of them together; above 0, if it is given
   */
  public static Capacity of(List<Server> servers, Optional<BigFraction> demand) {
    if (demand.isPresent() && demand.get().signum() <= 0) {
      throw new IllegalArgumentException("a demand is above 0, not " + demand.get());
    }
    return new Capacity(servers, demand);
  }

  /**
   * A server and how full it is.
   *
   * @param server the server; it has a capacity
   * @param load what it gets
   * @param utilisation its load as a part of its capacity; above 1 if it is overloaded
   */
  public record Use(Server server, BigFraction load, BigFraction utilisation) {
    /** What it could take more; negative if it is overloaded. */
    public BigFraction spare() {
      return BigFraction.of(server.capacity().orElseThrow()).subtract(load);
    }

    /** Whether it gets more than it can serve. */
    public boolean isOverloaded() {
      return utilisation.compareTo(BigFraction.ONE) > 0;
    }
  }

  /** Whether any server has a capacity; else there is nothing to say. */
  public boolean isKnown() {
    return !servers.isEmpty();
  }

  /** The demand that was given. */
  public Optional<BigFraction> given() {
    return given;
  }

  /** The demand that loads are computed from. */
  public BigFraction demand() {
    return demand;
  }

  /** What a part of the traffic is in the unit of the demand. */
  public BigFraction load(BigFraction share) {
    return share.multiply(demand);
  }

  /** How full a server is; empty if it has no capacity or is lost. */
  public Optional<Use> of(Server server, Scenario scenario) {
    if (server.capacity().isEmpty() || scenario.isLost(server)) {
      return Optional.empty();
    }
    BigFraction load = load(scenario.total().ofServer(server.name()));
    return Optional.of(new Use(server, load, load.divide(server.capacity().getAsLong())));
  }

  /** Between what the utilisation of a server lies that has a capacity. */
  public Range utilisation(Server server, Scenario scenario) {
    Range share = scenario.bounds().ofServer(server.name());
    return share.times(demand.divide(server.capacity().orElseThrow()));
  }

  /** All servers that have a capacity and are not lost, in their order. */
  public List<Use> uses(Scenario scenario) {
    return servers.stream().flatMap(server -> of(server, scenario).stream()).toList();
  }

  /** How much load the servers that are not lost get above their capacities, together. */
  public BigFraction overload(Scenario scenario) {
    return uses(scenario).stream()
        .filter(Use::isOverloaded)
        .map(use -> use.spare().negate())
        .reduce(BigFraction.ZERO, BigFraction::add);
  }

  /** The servers that are overloaded in a scenario, the fullest first. */
  public List<Use> overloaded(Scenario scenario) {
    return uses(scenario).stream()
        .filter(Use::isOverloaded)
        .sorted(Comparator.comparing(Use::utilisation).reversed())
        .toList();
  }

  /** The fullest server; the first, if several are equally full. */
  public Optional<Use> fullest(Scenario scenario) {
    return first(scenario, this::isFuller).flatMap(server -> of(server, scenario));
  }

  private boolean isFuller(Part one, Part other) {
    double left = one.approximate() / one.capacity();
    double right = other.approximate() / other.capacity();
    // Exact numbers are only needed where these are close.
    return Math.abs(left - right) > PRECISION * Math.max(left, right)
        ? left > right
        : one.share().divide(one.capacity()).compareTo(other.share().divide(other.capacity())) > 0;
  }

  /** The server with the least spare capacity; the first, if several have the least. */
  public Optional<Use> tightest(Scenario scenario) {
    return first(scenario, this::isTighter).flatMap(server -> of(server, scenario));
  }

  private boolean isTighter(Part one, Part other) {
    double all = demand.doubleValue();
    double left = one.capacity() - one.approximate() * all;
    double right = other.capacity() - other.approximate() * all;
    return Math.abs(left - right) > PRECISION * (all + one.capacity() + other.capacity())
        ? left < right
        : load(other.share()).add(one.capacity()).compareTo(load(one.share()).add(other.capacity()))
            < 0;
  }

  /** What a server gets of all traffic. */
  private record Part(Server server, long capacity, BigFraction share, double approximate) {}

  /** The first server of which no other is better; lost ones do not count. */
  private Optional<Server> first(Scenario scenario, BiPredicate<Part, Part> better) {
    Map<Destination, BigFraction> shares = new HashMap<>();
    scenario.total().forEach(shares::put);
    @Nullable Part best = null;
    for (Map.Entry<Destination, Server> server : destinations.entrySet()) {
      if (!scenario.isLost(server.getValue())) {
        BigFraction share = shares.getOrDefault(server.getKey(), BigFraction.ZERO);
        long capacity = server.getValue().capacity().orElseThrow();
        Part part = new Part(server.getValue(), capacity, share, share.doubleValue());
        best = best == null || better.test(part, best) ? part : best;
      }
    }
    return Optional.ofNullable(best).map(Part::server);
  }

  /**
   * The greatest demand at which no server is overloaded in this scenario; empty if no server with
   * a capacity gets anything.
   */
  public Optional<BigFraction> sustains(Scenario scenario) {
    return first(scenario, this::isFuller)
        .map(server -> Map.entry(server, scenario.total().ofServer(server.name())))
        .filter(fullest -> fullest.getValue().signum() > 0)
        .map(
            fullest ->
                BigFraction.of(fullest.getKey().capacity().orElseThrow())
                    .divide(fullest.getValue()));
  }

  /** The scenario in which some server is fullest; the first, if several are equal. */
  public Optional<Scenario> worst(List<Scenario> scenarios) {
    @Nullable Scenario worst = null;
    BigFraction fullness = BigFraction.ZERO;
    for (Scenario scenario : scenarios) {
      Optional<BigFraction> now = fullest(scenario).map(Use::utilisation);
      if (now.isPresent() && (worst == null || now.get().compareTo(fullness) > 0)) {
        worst = scenario;
        fullness = now.get();
      }
    }
    return Optional.ofNullable(worst);
  }
}
