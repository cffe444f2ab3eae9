package io.github.fleetdns.zone;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A Route 53 health check. */
public sealed interface HealthCheck {

  /** What every kind of check has. */
  Common common();

  /**
   * What every kind of check has.
   *
   * @param inverted whether healthy and unhealthy are swapped
   * @param disabled whether the check is off, and its result constant
   */
  record Common(boolean inverted, boolean disabled) {
    /** Neither inverted nor disabled. */
    public static final Common PLAIN = new Common(false, false);
  }

  /** What an endpoint check speaks. */
  enum Protocol {
    HTTP,
    HTTPS,
    TCP
  }

  /**
   * Checkers around the world connect to an address or a name.
   *
   * @param protocol what they speak
   * @param address the IP address; the name is looked up if empty
   * @param host the domain name: looked up without an address, else the Host header
   * @param port the TCP port, 1–65535
   * @param path what they ask for; HTTP and HTTPS only
   * @param search a text that the first 5,120 bytes of the answer must have; HTTP and HTTPS only
   * @param interval seconds between two checks of one checker: 10 or 30
   * @param failures how many results in a row turn the state, 1–10
   * @param regions where the checkers are; AWS's choice if empty, else at least three
   * @param measureLatency whether CloudWatch graphs the latency
   * @param sni whether the name is sent in the TLS handshake; HTTPS only
   * @param common what every check has
   */
  record Endpoint(
      Protocol protocol,
      Optional<IpAddress> address,
      Optional<String> host,
      int port,
      Optional<String> path,
      Optional<String> search,
      int interval,
      int failures,
      List<String> regions,
      boolean measureLatency,
      Optional<Boolean> sni,
      Common common)
      implements HealthCheck {
    /** Copies the regions. */
    public Endpoint {
      regions = List.copyOf(regions);
    }
  }

  /**
   * Healthy when enough other checks are.
   *
   * @param children the names of the other checks, among the zone's or as ids of existing ones
   * @param atLeast how many must be healthy
   * @param common what every check has
   */
  record Calculated(List<String> children, int atLeast, Common common) implements HealthCheck {
    /** Copies the children. */
    public Calculated {
      children = List.copyOf(children);
    }
  }

  /** What a check says while its alarm lacks data. */
  enum InsufficientData {
    HEALTHY("Healthy"),
    UNHEALTHY("Unhealthy"),
    LAST_KNOWN_STATUS("LastKnownStatus");

    private final String code;

    InsufficientData(String code) {
      this.code = code;
    }

    /** Route 53's word. */
    public String code() {
      return code;
    }
  }

  /**
   * Healthy while a CloudWatch alarm is OK.
   *
   * @param alarm the alarm's name
   * @param region the alarm's region
   * @param insufficientData what lack of data means
   * @param metric what the alarm watches, if it is created together with the check; empty for one
   *     that exists already
   * @param common what every check has
   */
  record CloudWatchAlarm(
      String alarm,
      String region,
      InsufficientData insufficientData,
      Optional<AlarmMetric> metric,
      Common common)
      implements HealthCheck {}

  /**
   * Healthy while a routing control of Application Recovery Controller is on.
   *
   * @param arn the control's ARN
   * @param common what every check has
   */
  record RoutingControl(String arn, Common common) implements HealthCheck {}

  /**
   * The seconds after which an outage is noticed; empty for checks without a rhythm of their own.
   */
  default OptionalInt detectionSeconds() {
    if (this instanceof CloudWatchAlarm alarm && alarm.metric().isPresent()) {
      return OptionalInt.of((int) alarm.metric().get().windowSeconds());
    }
    return this instanceof Endpoint endpoint
        ? OptionalInt.of(endpoint.interval() * endpoint.failures())
        : OptionalInt.empty();
  }
}
