package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Server;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What to expect of a name: its traffic normally and under losses, against the capacity.
 *
 * @param traffic where the traffic goes
 * @param capacity what the servers can take
 * @param losses the losses that were looked at
 */
public record Outlook(ServiceTraffic traffic, Capacity capacity, List<Scenario> losses) {

  /** Copies the list. */
  public Outlook {
    losses = List.copyOf(losses);
  }

  /** Nothing is lost. */
  public Scenario normal() {
    return traffic.normal();
  }

  /** The normal situation, then the losses. */
  public List<Scenario> scenarios() {
    return Stream.concat(Stream.of(normal()), losses.stream()).toList();
  }

  /** The servers that get traffic in any of the scenarios. */
  public List<Server> servers() {
    return traffic.serversIn(losses);
  }

  /** The loss under which some server is fullest. */
  public Optional<Scenario> worst() {
    return capacity.worst(losses);
  }

  /**
   * A server at its fullest.
   *
   * @param scenario when it is
   * @param use how full
   */
  public record Peak(Scenario scenario, Capacity.Use use) {}

  /** Each server that is overloaded in some scenario, when it is fullest; in their order. */
  public List<Peak> overloaded() {
    // A server is fullest where it gets most. One walk over each: there may be many scenarios.
    Map<Destination, Peaking> most = new HashMap<>();
    for (Scenario scenario : scenarios()) {
      scenario
          .total()
          .forEach(
              (to, share) -> {
                Peaking before = most.get(to);
                boolean more = before == null || share.compareTo(before.share()) > 0;
                if (more && !scenario.loss().servers().contains(to.title())) {
                  most.put(to, new Peaking(scenario, share));
                }
              });
    }
    return servers().stream()
        .flatMap(
            server ->
                Optional.ofNullable(most.get(new Destination.ToServer(server.name())))
                    .map(Peaking::scenario)
                    .flatMap(at -> capacity.of(server, at).map(use -> new Peak(at, use)))
                    .stream())
        .filter(peak -> peak.use().isOverloaded())
        .toList();
  }

  private record Peaking(Scenario scenario, BigFraction share) {}

  /** The server with the least spare capacity of all, and when. */
  public Optional<Peak> leastSpare() {
    return scenarios().stream()
        .flatMap(s -> capacity.tightest(s).map(use -> new Peak(s, use)).stream())
        .reduce((a, b) -> Range.isLess(b.use().spare(), a.use().spare()) ? b : a);
  }

  /** The greatest demand at which no server is overloaded, whatever of the losses happens. */
  public Optional<BigFraction> sustains() {
    return scenarios().stream()
        .flatMap(scenario -> capacity.sustains(scenario).stream())
        .reduce((a, b) -> b.compareTo(a) < 0 ? b : a);
  }
}
