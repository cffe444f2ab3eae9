package io.github.fleetdns.traffic;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What servers can take, against what is demanded of them. Exact.
 *
 * <p>The demand and the capacities are in one unit: requests per second, if the demand is. Without
 * a demand it is taken to be the capacity of all servers together, so that a utilisation of 1 means
 * that a server gets just its part.
 */
public final class Capacity {
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
    return uses(scenario).stream()
        .reduce((a, b) -> b.utilisation().compareTo(a.utilisation()) > 0 ? b : a);
  }

  /** The server with the least spare capacity; the first, if several have the least. */
  public Optional<Use> tightest(Scenario scenario) {
    return uses(scenario).stream().reduce((a, b) -> b.spare().compareTo(a.spare()) < 0 ? b : a);
  }

  /**
   * The greatest demand at which no server is overloaded in this scenario; empty if no server with
   * a capacity gets anything.
   */
  public Optional<BigFraction> sustains(Scenario scenario) {
    return servers.stream()
        .filter(server -> !scenario.isLost(server))
        .filter(server -> scenario.total().ofServer(server.name()).signum() > 0)
        .map(
            server ->
                BigFraction.of(server.capacity().getAsLong())
                    .divide(scenario.total().ofServer(server.name())))
        .reduce((a, b) -> b.compareTo(a) < 0 ? b : a);
  }

  /** The scenario in which some server is fullest; the first, if several are equal. */
  public Optional<Scenario> worst(List<Scenario> scenarios) {
    return scenarios.stream()
        .filter(scenario -> fullest(scenario).isPresent())
        .reduce((a, b) -> fullness(b).compareTo(fullness(a)) > 0 ? b : a);
  }

  private BigFraction fullness(Scenario scenario) {
    return fullest(scenario).map(Use::utilisation).orElse(BigFraction.ZERO);
  }
}
