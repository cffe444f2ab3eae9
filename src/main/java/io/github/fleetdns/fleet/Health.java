package io.github.fleetdns.fleet;

import io.github.fleetdns.zone.HealthCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * How Route 53 finds out whether an endpoint is healthy.
 *
 * @param probe what is looked at
 * @param invert whether healthy and unhealthy are swapped
 * @param disabled whether the check is off and the endpoint counts as healthy
 * @param tags all the tags of the check; the fleet's and its name if empty
 */
public record Health(
    Probe probe, boolean invert, boolean disabled, Optional<Map<String, String>> tags) {
  /** Copies the tags. */
  public Health {
    tags = tags.map(Fleet::ordered);
  }

  /** With the tags that fleetdns gives. */
  public Health(Probe probe, boolean invert, boolean disabled) {
    this(probe, invert, disabled, Optional.empty());
  }

  /** The seconds between two checks when nothing is said. */
  public static final int DEFAULT_INTERVAL = 30;

  /** How many results in a row turn the state when nothing is said. */
  public static final int DEFAULT_FAILURES = 3;

  /** What a health check looks at. */
  public sealed interface Probe {
    /** What is made of the kind of probe that this is. */
    <T> T match(
        Function<Connect, T> connect,
        Function<Calculated, T> calculated,
        Function<RoutingControl, T> control,
        Function<Shared, T> shared);
  }

  /**
   * A health check of the fleet's {@link Verbatim}, which others may use too.
   *
   * @param name its name there
   */
  public record Shared(String name) implements Probe {
    @Override
    public <T> T match(
        Function<Connect, T> connect,
        Function<Calculated, T> calculated,
        Function<RoutingControl, T> control,
        Function<Shared, T> shared) {
      return shared.apply(this);
    }
  }

  /**
   * Checkers around the world connect to the endpoint.
   *
   * @param protocol what they speak
   * @param port the TCP port; the protocol's own if empty
   * @param path what they ask for; HTTP and HTTPS only
   * @param host the name they ask for, and look up where the endpoint has no address; HTTP and
   *     HTTPS only
   * @param search a text that the answer must have; HTTP and HTTPS only
   * @param sni whether the name is sent in the TLS handshake; HTTPS only
   * @param interval seconds between two checks of one checker: 10 or 30
   * @param failures how many results in a row turn the state, 1–10
   * @param regions where the checkers are; AWS's choice if empty
   * @param measureLatency whether CloudWatch graphs the latency
   */
  public record Connect(
      HealthCheck.Protocol protocol,
      OptionalInt port,
      Optional<String> path,
      Optional<String> host,
      Optional<String> search,
      boolean sni,
      int interval,
      int failures,
      List<String> regions,
      boolean measureLatency)
      implements Probe {
    /** Copies the regions. */
    public Connect {
      regions = List.copyOf(regions);
    }

    @Override
    public <T> T match(
        Function<Connect, T> connect,
        Function<Calculated, T> calculated,
        Function<RoutingControl, T> control,
        Function<Shared, T> shared) {
      return connect.apply(this);
    }
  }

  /**
   * The health of other endpoints.
   *
   * @param children their names
   * @param atLeast how many must be healthy
   */
  public record Calculated(List<String> children, int atLeast) implements Probe {
    /** Copies the names. */
    public Calculated {
      children = List.copyOf(children);
    }

    @Override
    public <T> T match(
        Function<Connect, T> connect,
        Function<Calculated, T> calculated,
        Function<RoutingControl, T> control,
        Function<Shared, T> shared) {
      return calculated.apply(this);
    }
  }

  /**
   * A routing control of Application Recovery Controller: a switch.
   *
   * @param arn its ARN
   */
  public record RoutingControl(String arn) implements Probe {
    @Override
    public <T> T match(
        Function<Connect, T> connect,
        Function<Calculated, T> calculated,
        Function<RoutingControl, T> control,
        Function<Shared, T> shared) {
      return control.apply(this);
    }
  }

  /** A check by HTTPS of a path, with every default. */
  public static Health https(String path) {
    return new Health(
        new Connect(
            HealthCheck.Protocol.HTTPS,
            OptionalInt.empty(),
            Optional.of(path),
            Optional.empty(),
            Optional.empty(),
            true,
            DEFAULT_INTERVAL,
            DEFAULT_FAILURES,
            List.of(),
            false),
        false,
        false);
  }
}
