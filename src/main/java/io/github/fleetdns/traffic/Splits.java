package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.zone.AliasTarget;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How each group's traffic is split in a situation, and what could change that.
 *
 * @param outages what is down in the situation, as far as answers can depend on it
 * @param byGroup in the order of the population's groups
 * @param total the split of all traffic, groups by their weights
 */
record Splits(Outages outages, List<Reply> byGroup, Shares total) {

  /** The splits alone. */
  List<Shares> shares() {
    return byGroup.stream().map(Reply::shares).toList();
  }

  /**
   * What a group gets.
   *
   * <p>As long as more is lost and nothing comes back, the split stays as it is until a health
   * check or resource that it leans on fails: whatever was preferred to the record sets on its ways
   * was unhealthy and stays so, whatever was chosen is healthy and stays so, and where nothing was
   * healthy nothing becomes it. An alias on a way is healthy while the record set that it led to
   * is.
   *
   * @param shares the split
   * @param leansOn the names of the health checks, and the AWS resources, of every way that has a
   *     part of it
   * @param estimated whether it rests on distances in place of Route 53's own latencies and places
   */
  record Reply(Shares shares, Set<Object> leansOn, boolean estimated) {

    /** The reply that is made of the parts of an answer. */
    static Reply of(List<Attribution.Part> parts, boolean estimated) {
      Set<Object> leansOn = new HashSet<>();
      for (Attribution.Part part : parts) {
        leansOn.addAll(part.checks());
        Optional<AliasTarget> target = part.target();
        target.ifPresent(leansOn::add);
      }
      return new Reply(Attribution.shares(parts), leansOn, estimated);
    }

    /** Whether it may be another when these fail. */
    boolean mayChangeWith(Set<Object> failing) {
      return !Collections.disjoint(leansOn, failing);
    }
  }
}
