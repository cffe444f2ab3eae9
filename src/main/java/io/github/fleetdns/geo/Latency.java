package io.github.fleetdns.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Estimates of the round-trip times from a client to AWS regions.
 *
 * <p>From the client to its nearest regions by distance, and from there as measured ({@link
 * RegionLatencies}): of these ways the shortest; nearest are three, but none that is more than
 * three times as far as the first. To a region that was never measured, by distance alone.
 *
 * <p>By distance: light travels in glass at two thirds of its speed in vacuum. Cables are longer
 * than the great circle, and packets take detours and wait: over the long-haul cables of the United
 * States the shortest path between two cities is 1.3 times the straight line in the median, while
 * the rule of thumb from measurements on the whole Internet is 2.1 times (Bozkurt et al.,
 * "Dissecting Latency in the Internet's Fiber Infrastructure", 2018). The factor here, 1.6, lies
 * between. Ten milliseconds are for the client's own access network: less than the 24 that the FCC
 * measured over fibre from homes to the provider's nearest server ("Measuring Broadband America",
 * 2013), which has a way of its own in it. They are the same to every region and decide nothing.
 *
 * <p>Route 53's own latency table is measured and not public, so that the region which the estimate
 * finds nearest need not be the one that Route 53 answers with: {@link Estimate#error} says within
 * what two regions are not told apart. How good both ways are is measured on regions that were left
 * out of the table (docs/geography.md).
 */
public final class Latency {
  private static final double KM_PER_MILLI_IN_FIBRE = 299.792458 * 2 / 3;
  private static final double PATH_FACTOR = 1.6;
  private static final double ACCESS_MILLIS = 10;

  /** Fewer, and a detour of the nearest region counts; more, and the distance counts again. */
  private static final int NEAREST = 3;

  /**
   * A client near one region is led on as that was measured, even where the distance to another
   * promises a shorter way: from Tel Aviv to the Emirates, cables lead through Europe.
   */
  private static final double AS_FAR = 3;

  /** Three quarters of the differences between two regions are estimated better than this. */
  private static final double ERROR_MILLIS = 15;

  /** By distance alone, three quarters are better than the greater of that and this part. */
  private static final double ERROR_BY_DISTANCE = 0.3;

  /** Clients are mostly countries and states; of others, only so many are remembered. */
  private static final int MAX_KNOWN = 2048;

  private static final Map<Point, Latency> KNOWN = new ConcurrentHashMap<>();

  private final Point client;
  private final RegionLatencies measured;
  private final List<Near> nearest;
  private final Map<String, Estimate> estimates = new ConcurrentHashMap<>();

  private record Near(String region, double millis) {}

  private static double way(Near near) {
    return near.millis() - ACCESS_MILLIS;
  }

  private Latency(Point client, RegionLatencies measured) {
    this.client = client;
    this.measured = measured;
    List<Near> all = new ArrayList<>();
    for (String region : measured.regions()) {
      Point there = AwsRegions.of(region).orElseThrow().point();
      all.add(new Near(region, byDistance(client, there)));
    }
    all.sort(Comparator.comparingDouble(Near::millis).thenComparing(Near::region));
    this.nearest =
        all.stream().limit(NEAREST).filter(near -> way(near) <= AS_FAR * way(all.get(0))).toList();
  }

  /**
   * An estimated round trip.
   *
   * @param millis the milliseconds, at least 10
   * @param error two regions whose milliseconds differ by less than the greater error of both are
   *     not told apart
   */
  public record Estimate(double millis, double error) {}

  /** The round trips of a client. */
  public static Latency from(Point client) {
    Latency known = KNOWN.get(client);
    if (known == null) {
      known = from(client, RegionLatencies.all());
      if (KNOWN.size() < MAX_KNOWN) {
        KNOWN.put(client, known);
      }
    }
    return known;
  }

  /** The round trips of a client if no more than this had been measured. */
  static Latency from(Point client, RegionLatencies measured) {
    return new Latency(client, measured);
  }

  /** The milliseconds within which two measured regions are not told apart. */
  public static double errorMillis() {
    return ERROR_MILLIS;
  }

  /** The estimated round trip to a region. */
  public Estimate to(AwsRegions.Region region) {
    Estimate known = estimates.get(region.name());
    if (known == null) {
      known = estimate(region);
      estimates.put(region.name(), known);
    }
    return known;
  }

  private Estimate estimate(AwsRegions.Region region) {
    OptionalDouble measuredMillis = byMeasurement(region.name());
    if (measuredMillis.isPresent()) {
      return new Estimate(measuredMillis.getAsDouble(), ERROR_MILLIS);
    }
    double millis = byDistance(client, region.point());
    return new Estimate(millis, Math.max(ERROR_MILLIS, ERROR_BY_DISTANCE * millis));
  }

  private OptionalDouble byMeasurement(String region) {
    double least = Double.POSITIVE_INFINITY;
    for (Near near : nearest) {
      OptionalInt onwards = measured.between(near.region(), region);
      if (onwards.isPresent()) {
        least = Math.min(least, near.millis() + onwards.getAsInt());
      }
    }
    return Double.isFinite(least) ? OptionalDouble.of(least) : OptionalDouble.empty();
  }

  /**
   * The estimated round-trip time in milliseconds from the distance alone, at least 10; it grows
   * strictly with the distance.
   */
  public static double byDistance(Point client, Point server) {
    return ACCESS_MILLIS + 2 * client.kmTo(server) * PATH_FACTOR / KM_PER_MILLI_IN_FIBRE;
  }
}
