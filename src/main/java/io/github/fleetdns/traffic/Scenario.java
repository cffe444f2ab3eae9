package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Server;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Where the traffic of a name goes when something is lost.
 *
 * @param loss what is lost
 * @param byGroup the split of each group's traffic, in the order of the population's groups; empty
 *     if it was not kept
 * @param total the split of all traffic, groups by their weights
 * @param bounds between what the shares of all traffic lie
 * @param clients what clients notice
 */
public record Scenario(
    Loss loss, List<Shares> byGroup, Shares total, Bounds bounds, ClientView clients) {

  /** Copies the list. */
  public Scenario {
    byGroup = List.copyOf(byGroup);
  }

  /** The same without the split of each group, where there are too many scenarios to keep it. */
  public Scenario withoutGroups() {
    return new Scenario(loss, List.of(), total, bounds.withoutGroups(), clients);
  }

  /** The same with neither that nor bounds, which are then not to be asked for. */
  public Scenario sharesOnly() {
    return new Scenario(loss, List.of(), total, Bounds.NOT_KEPT, clients);
  }

  /** The share of all traffic that gets no answer. */
  public BigFraction unanswered() {
    return total.unanswered();
  }

  /** The share of all traffic that is sent to servers which are lost. */
  public BigFraction failed() {
    return total.ofServers(loss.servers());
  }

  /** Whether a server is lost. */
  public boolean isLost(Server server) {
    return loss.servers().contains(server.name());
  }
}
