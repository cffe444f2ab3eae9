package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Situation;
import io.github.fleetdns.geo.AwsRegions;
import io.github.fleetdns.geo.Latency;
import io.github.fleetdns.geo.Point;
import io.github.fleetdns.zone.HealthCheck;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.numbers.fraction.BigFraction;

/** What clients notice of losses: latency by distance, and how long failing over takes. */
final class Views {
  private final Population population;
  private final Map<String, HealthCheck> checks;
  private final Situation normal;
  private final List<List<Attribution.Part>> parts;
  private final Splits splits;

  /** Estimated milliseconds from each group to each server whose region is known. */
  private final List<Map<Destination, Double>> latencies = new ArrayList<>();

  private final double[] weights;
  private final double[] millis;

  /**
   * @param parts what each group's normal answers are made of
   * @param splits how each group's traffic is normally split
   */
  Views(
      TrafficModel model,
      Population population,
      Situation normal,
      List<List<Attribution.Part>> parts,
      Splits splits) {
    this.population = population;
    this.checks = model.zone().healthChecks();
    this.normal = normal;
    this.parts = parts;
    this.splits = splits;
    for (ClientGroup group : population.groups()) {
      latencies.add(latencies(group, model.servers()));
    }
    BigFraction all = population.weight();
    int size = population.groups().size();
    weights = new double[size];
    millis = new double[size];
    for (int i = 0; i < size; i++) {
      weights[i] = population.groups().get(i).weight().divide(all).doubleValue();
      millis[i] = millis(i, splits.byGroup().get(i).shares(), Set.of());
    }
  }

  /**
   * What clients notice of a loss.
   *
   * @param situation the zone while it lasts; asked for if anybody moves
   */
  ClientView of(Loss loss, Splits now, Supplier<Situation> situation) {
    double sum = 0;
    double weight = 0;
    double addedSum = 0;
    double bothWeight = 0;
    Optional<ClientView.Worst> worst = Optional.empty();
    for (int i = 0; i < weights.length; i++) {
      Shares shares = now.byGroup().get(i).shares();
      boolean same =
          now.byGroup().get(i).equals(splits.byGroup().get(i))
              && loss.servers().stream().noneMatch(s -> shares.ofServer(s).signum() > 0);
      double ms = same ? millis[i] : millis(i, shares, loss.servers());
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
      if (added > worst.map(ClientView.Worst::addedMillis).orElse(0.0)) {
        worst = Optional.of(new ClientView.Worst(population.groups().get(i), added));
      }
    }
    Failover failover = failover(now, situation);
    return new ClientView(
        weight > 0 ? OptionalDouble.of(sum / weight) : OptionalDouble.empty(),
        bothWeight > 0 ? OptionalDouble.of(addedSum / bothWeight) : OptionalDouble.empty(),
        worst,
        failover.seconds(),
        failover.known());
  }

  private static Map<Destination, Double> latencies(ClientGroup group, List<Server> servers) {
    Map<Destination, Double> millis = new HashMap<>();
    Optional<Point> from = group.client().point();
    for (Server server : servers) {
      Optional<Point> to = server.region().flatMap(AwsRegions::of).map(AwsRegions.Region::point);
      if (from.isPresent() && to.isPresent()) {
        millis.put(
            new Destination.ToServer(server.name()), Latency.estimateMillis(from.get(), to.get()));
      }
    }
    return millis;
  }

  /** The mean over what goes to servers that serve, in known regions; NaN if nothing does. */
  private double millis(int group, Shares shares, Set<String> lost) {
    Map<Destination, Double> to = latencies.get(group);
    double sum = 0;
    double weight = 0;
    for (Map.Entry<Destination, Double> part : shares.approximate().entrySet()) {
      Double ms = to.get(part.getKey());
      if (ms != null && !lost.contains(part.getKey().title())) {
        sum += part.getValue() * ms;
        weight += part.getValue();
      }
    }
    return weight > 0 ? sum / weight : Double.NaN;
  }

  // ---- failover ----

  private record Failover(OptionalLong seconds, boolean known) {}

  /** What leaves a destination, and by what it is noticed. */
  private record Leaving(OptionalLong ttl, Set<String> checks) {}

  private Failover failover(Splits now, Supplier<Situation> zone) {
    Set<Leaving> leaving = new HashSet<>();
    Map<List<Attribution.Part>, Set<Splits.Reply>> seen = new IdentityHashMap<>();
    for (int i = 0; i < weights.length; i++) {
      boolean isNew =
          seen.computeIfAbsent(parts.get(i), p -> Collections.newSetFromMap(new IdentityHashMap<>()))
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
    OptionalLong slowest = OptionalLong.empty();
    if (leaving.isEmpty()) {
      return new Failover(slowest, true);
    }
    Situation situation = zone.get();
    boolean known = true;
    for (Leaving part : leaving) {
      OptionalLong noticed = noticed(part.checks(), situation);
      if (noticed.isEmpty() || part.ttl().isEmpty()) {
        known = false;
      } else {
        slowest =
            OptionalLong.of(
                Math.max(slowest.orElse(0), noticed.getAsLong() + part.ttl().getAsLong()));
      }
    }
    return new Failover(known ? slowest : OptionalLong.empty(), known);
  }

  /**
   * When the first of the checks that turn has turned, for that closes the way. What Route 53
   * learns from a resource and not from a check takes unknown time.
   */
  private OptionalLong noticed(Set<String> onTheWay, Situation situation) {
    return onTheWay.stream()
        .filter(check -> turns(check, situation))
        .map(check -> detection(check, situation, new LinkedHashSet<>()))
        .flatMapToLong(OptionalLong::stream)
        .min();
  }

  private boolean turns(String check, Situation situation) {
    return normal.isCheckHealthy(check) && !situation.isCheckHealthy(check);
  }

  /** A calculated check has turned when all those of its children have that do. */
  private OptionalLong detection(String name, Situation situation, Set<String> seen) {
    HealthCheck check = checks.get(name);
    if (check == null || !seen.add(name)) {
      return OptionalLong.empty();
    }
    if (check instanceof HealthCheck.Calculated calculated) {
      List<OptionalLong> children =
          calculated.children().stream()
              .filter(child -> turns(child, situation))
              .map(child -> detection(child, situation, seen))
              .toList();
      boolean known = children.stream().allMatch(OptionalLong::isPresent);
      return known
          ? children.stream().mapToLong(OptionalLong::getAsLong).max()
          : OptionalLong.empty();
    }
    return check.detectionSeconds().isPresent()
        ? OptionalLong.of(check.detectionSeconds().getAsInt())
        : OptionalLong.empty();
  }
}
