package io.github.fleetdns.compile;

import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Health;
import io.github.fleetdns.fleet.Load;
import io.github.fleetdns.zone.AlarmMetric;
import io.github.fleetdns.zone.HealthCheck;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The checks that take an overloaded endpoint out of DNS, beside the one of its {@code health}.
 *
 * <p>An endpoint's checks are {@code <endpoint>} for its health, {@code <endpoint>.load} for its
 * load and, with both, {@code <endpoint>.both}, which the record sets use. No endpoint has a dot in
 * its name, so these never clash; and a check keeps its kind, which Route 53 cannot change, when
 * the other is added.
 */
public final class LoadChecks {
  private static final String LOAD = ".load";
  private static final String BOTH = ".both";
  private static final int FINGERPRINT_BYTES = 4;

  private LoadChecks() {}

  /** The names of the checks that an endpoint's load brings. */
  public static List<String> names(String endpoint) {
    return List.of(endpoint + LOAD, endpoint + BOTH);
  }

  /** The name of the check that stands for the health of an endpoint. */
  public static String ofHealth(Endpoint endpoint, Health health) {
    return HealthChecks.nameOf(endpoint, health);
  }

  /** The name of the check that record sets of the endpoint have. */
  static Optional<String> usedBy(Endpoint endpoint) {
    String name = endpoint.name();
    if (endpoint.load().isEmpty()) {
      return endpoint.health().map(health -> HealthChecks.nameOf(endpoint, health));
    }
    return Optional.of(name + (endpoint.health().isPresent() ? BOTH : LOAD));
  }

  /**
   * Adds the checks of an endpoint's load.
   *
   * @throws IllegalArgumentException if the endpoint has a load but no region
   */
  static void add(Fleet fleet, Endpoint endpoint, Map<String, HealthCheck> checks) {
    if (endpoint.load().isEmpty()) {
      return;
    }
    String region =
        endpoint
            .region()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "endpoint \"" + endpoint.name() + "\" has no region for its load"));
    String name = endpoint.name();
    Load load = endpoint.load().get();
    checks.put(
        name + LOAD,
        new HealthCheck.CloudWatchAlarm(
            fleet.name() + "-" + name + "-load-" + fingerprint(load.metric()),
            region,
            load.insufficientData(),
            Optional.of(load.metric()),
            HealthCheck.Common.PLAIN));
    if (endpoint.health().isPresent()) {
      checks.put(
          name + BOTH,
          new HealthCheck.Calculated(
              List.of(HealthChecks.nameOf(endpoint, endpoint.health().get()), name + LOAD),
              2,
              HealthCheck.Common.PLAIN));
    }
  }

  /**
   * Part of the alarm's name, because Route 53 copies an alarm's settings when it is told of the
   * alarm and not again: a health check notices a new threshold only by a new name (Route 53
   * Developer Guide, "Updating health checks when you change CloudWatch alarm settings").
   */
  private static String fingerprint(AlarmMetric metric) {
    String text =
        String.join(
            "\n",
            metric.namespace(),
            metric.name(),
            metric.dimensions().toString(),
            metric.statistic().code(),
            Integer.toString(metric.periodSeconds()),
            Double.toString(metric.threshold()),
            metric.comparison().code(),
            Integer.toString(metric.evaluationPeriods()));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
