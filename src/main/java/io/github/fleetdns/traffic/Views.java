package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.CheckStates;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.geo.AwsRegions;
import io.github.fleetdns.geo.Latency;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.Lag;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/** What clients notice of losses: estimated latency, and how long failing over takes. */
final class Views {
  private final Population population;
  private final Map<String, HealthCheck> checks;
  private final List<List<Attribution.Part>> parts;
  private final Splits splits;

  private final Map<Destination, Integer> positions = new HashMap<>();

  /** Estimated milliseconds from each group to each server; NaN where a place is not known. */
  private final double[][] latencies;

  private final double[] weights;
  private final double[] millis;

  /**
   * @param checks the health checks that answers depend on
   * @param parts what each group's normal answers are made of
   * @param splits how each group's traffic is normally split
   */
  Views(
      TrafficModel model,
      Map<String, HealthCheck> checks,
      Population population,
      List<List<Attribution.Part>> parts,
      Splits splits) {
    this.population = population;
    this.checks = checks;
    this.parts = parts;
    this.splits = splits;
    for (Server server : model.servers()) {
      positions.put(new Destination.ToServer(server.name()), positions.size());
    }
    BigFraction all = population.weight();
    int size = population.groups().size();
    latencies = new double[size][];
    weights = new double[size];
    millis = new double[size];
    for (int i = 0; i < size; i++) {
      latencies[i] = latencies(population.groups().get(i), model.servers());
      weights[i] = population.groups().get(i).weight().divide(all).doubleValue();
      millis[i] = millis(i, serving(splits.byGroup().get(i).shares(), Set.of()));
    }
  }

  /** What clients notice of a loss. */
  ClientView of(Loss loss, Splits now, Failover failover) {
    Set<Destination> lost = new HashSet<>();
    loss.servers().forEach(name -> lost.add(new Destination.ToServer(name)));
    double sum = 0;
    double weight = 0;
    double addedSum = 0;
    double bothWeight = 0;
    Optional<ClientView.Worst> worst = Optional.empty();
    IdentityHashMap<Shares, Serving> known = new IdentityHashMap<>();
    for (int i = 0; i < weights.length; i++) {
      Splits.Reply reply = now.byGroup().get(i);
      boolean same = lost.isEmpty() && reply.equals(splits.byGroup().get(i));
      double ms =
          same
              ? millis[i]
              : millis(i, known.computeIfAbsent(reply.shares(), s -> serving(s, lost)));
      if (Double.isNaN(ms)) {
        continue;
      }
      sum += weights[i] * ms;
      weight += weights[i];
      if (Double.isNaN(millis[i])) {
        continue;
      }
      double added = ms - millis[i];
      addedSum += weights[i] * added;
      bothWeight += weights[i];
      if (weights[i] > 0 && added > worst.map(ClientView.Worst::addedMillis).orElse(0.0)) {
        worst = Optional.of(new ClientView.Worst(population.groups().get(i), added));
      }
    }
    return new ClientView(
        weight > 0 ? OptionalDouble.of(sum / weight) : OptionalDouble.empty(),
        bothWeight > 0 ? OptionalDouble.of(addedSum / bothWeight) : OptionalDouble.empty(),
        worst,
        failover.time(),
        failover.known());
  }

  private static double[] latencies(ClientGroup group, List<Server> servers) {
    double[] millis = new double[servers.size()];
    Optional<Latency> from = group.client().point().map(Latency::from);
    for (int i = 0; i < millis.length; i++) {
      Optional<AwsRegions.Region> to = servers.get(i).region().flatMap(AwsRegions::of);
      Double measured =
          to.map(region -> group.client().latencies().get(region.name())).orElse(null);
      millis[i] =
          measured != null
              ? measured
              : from.isPresent() && to.isPresent() ? from.get().to(to.get()).millis() : Double.NaN;
    }
    return millis;
  }

  /**
   * What goes to servers that serve.
   *
   * @param servers their positions
   * @param shares how much goes to each
   */
  @SuppressWarnings("ArrayRecordComponent") // Read in a loop over all clients, and never compared.
  private record Serving(int[] servers, double[] shares) {}

  private Serving serving(Shares shares, Set<Destination> lost) {
    int[] servers = new int[positions.size()];
    double[] parts = new double[servers.length];
    int[] count = {0};
    shares.forEach(
        (to, share) -> {
          Integer position = positions.get(to);
          if (position != null && !lost.contains(to)) {
            servers[count[0]] = position;
            parts[count[0]] = share.doubleValue();
            count[0]++;
          }
        });
    return new Serving(Arrays.copyOf(servers, count[0]), Arrays.copyOf(parts, count[0]));
  }

  /** The mean over what goes to servers that serve, in known regions; NaN if nothing does. */
  private double millis(int group, Serving serving) {
    double[] to = latencies[group];
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < serving.servers().length; i++) {
      double ms = to[serving.servers()[i]];
      if (!Double.isNaN(ms)) {
        sum += serving.shares()[i] * ms;
        weight += serving.shares()[i];
      }
    }
    return weight > 0 ? sum / weight : Double.NaN;
  }

  // ---- failover ----

  /**
   * How long failing over takes.
   *
   * @param time empty if nobody moves or it is not known
   * @param known whether everything that it takes is known
   */
  record Failover(Optional<Lag> time, boolean known) {}

  /** What leaves a destination, and by what it is noticed. */
  private record Leaving(OptionalLong ttl, Set<String> checks) {}

  /** How long it takes until everybody who moves has moved. */
  Failover failover(Splits now) {
    Set<Leaving> leaving = new HashSet<>();
    IdentityHashMap<List<Attribution.Part>, Set<Splits.Reply>> seen = new IdentityHashMap<>();
    for (int i = 0; i < weights.length; i++) {
      boolean isNew =
          seen.computeIfAbsent(
                  parts.get(i), p -> Collections.newSetFromMap(new IdentityHashMap<>()))
              .add(now.byGroup().get(i));
      if (!isNew || splits.byGroup().get(i).equals(now.byGroup().get(i))) {
        continue;
      }
      Shares before = splits.byGroup().get(i).shares();
      Shares after = now.byGroup().get(i).shares();
      for (Attribution.Part part : parts.get(i)) {
        if (after.of(part.to()).compareTo(before.of(part.to())) < 0) {
          leaving.add(new Leaving(part.ttl(), part.checks()));
        }
      }
    }
    if (leaving.isEmpty()) {
      return new Failover(Optional.empty(), true);
    }
    Optional<Lag> slowest = Optional.empty();
    States states =
        new States(new CheckStates(checks, Outages.NONE), new CheckStates(checks, now.outages()));
    for (Leaving part : leaving) {
      Optional<Lag> noticed = noticed(part.checks(), states);
      if (noticed.isEmpty() || part.ttl().isEmpty()) {
        return new Failover(Optional.empty(), false);
      }
      Lag moved = noticed.get().plus(part.ttl().getAsLong());
      slowest = Optional.of(slowest.map(moved::and).orElse(moved));
    }
    return new Failover(slowest, true);
  }

  /**
   * When the first of the checks that turn has turned, for that closes the way. What Route 53
   * learns from a resource and not from a check takes unknown time.
   */
  private Optional<Lag> noticed(Set<String> onTheWay, States states) {
    return onTheWay.stream()
        .filter(check -> turns(check, states))
        .map(check -> Lag.ofCheck(check, checks, child -> turns(child, states)))
        .flatMap(Optional::stream)
        .reduce(Lag::or);
  }

  /** The checks normally and now. */
  private record States(CheckStates normal, CheckStates now) {}

  private static boolean turns(String check, States states) {
    return states.normal().isHealthy(check) && !states.now().isHealthy(check);
  }
}
