package io.github.fleetdns.traffic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

  private Capacity(List<Server> servers, Optional<BigFraction> given) {
    this.servers = servers.stream().filter(s -> s.capacity().isPresent()).toList();
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

  /** All servers that have a capacity and are not lost, in their order. */
  public List<Use> uses(Scenario scenario) {
    return servers.stream().flatMap(server -> of(server, scenario).stream()).toList();
  }

  /** The fullest server; the first, if several are equally full. */
  public Optional<Use> fullest(Scenario scenario) {
    return first(scenario, this::isFuller, server -> of(server, scenario));
  }

  private boolean isFuller(Server one, Server other, Shares total) {
    BigFraction a = total.ofServer(one.name());
    BigFraction b = total.ofServer(other.name());
    long ofA = one.capacity().orElseThrow();
    long ofB = other.capacity().orElseThrow();
    double left = a.doubleValue() / ofA;
    double right = b.doubleValue() / ofB;
    // Exact numbers are only needed where these are close.
    return isClear(left, right) ? left > right : a.divide(ofA).compareTo(b.divide(ofB)) > 0;
  }

  private static boolean isClear(double one, double other) {
    return Math.abs(one - other) > PRECISION * Math.max(Math.abs(one), Math.abs(other));
  }

  /** The server with the least spare capacity; the first, if several have the least. */
  public Optional<Use> tightest(Scenario scenario) {
    return first(scenario, this::isTighter, server -> of(server, scenario));
  }

  private boolean isTighter(Server one, Server other, Shares total) {
    long ofA = one.capacity().orElseThrow();
    long ofB = other.capacity().orElseThrow();
    BigFraction a = total.ofServer(one.name());
    BigFraction b = total.ofServer(other.name());
    double most = demand.doubleValue() + ofA + ofB;
    double left = ofA - a.doubleValue() * demand.doubleValue();
    double right = ofB - b.doubleValue() * demand.doubleValue();
    return Math.abs(left - right) > PRECISION * most
        ? left < right
        : load(b).add(ofA).compareTo(load(a).add(ofB)) < 0;
  }

  /** Whether a server is to be preferred to another that comes before it. */
  private interface Better {
    boolean test(Server one, Server other, Shares total);
  }

  private <T> Optional<T> first(
      Scenario scenario, Better better, Function<Server, Optional<T>> result) {
    @Nullable Server best = null;
    for (Server server : servers) {
      boolean counts = !scenario.isLost(server);
      if (counts && (best == null || better.test(server, best, scenario.total()))) {
        best = server;
      }
    }
    return Optional.ofNullable(best).flatMap(result);
  }

  /**
   * The greatest demand at which no server is overloaded in this scenario; empty if no server with
   * a capacity gets anything.
   */
  public Optional<BigFraction> sustains(Scenario scenario) {
    return first(scenario, this::isFuller, Optional::of)
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
