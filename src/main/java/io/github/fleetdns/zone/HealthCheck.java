package io.github.fleetdns.zone;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A Route 53 health check. */
public sealed interface HealthCheck {

  /** The names of the checks that it counts, in order; none for a check that looks by itself. */
  List<String> children();

  /**
   * How long it takes until an outage is noticed; empty for checks without a rhythm of their own.
   */
  Optional<Lag> detection();

  /** What is made of the kind of check that this is. */
  <T> T match(
      Function<Endpoint, T> endpoint,
      Function<Calculated, T> calculated,
      Function<CloudWatchAlarm, T> alarmed,
      Function<RoutingControl, T> control);

  /** What every kind of check has. */
  Common common();

  /** The same check, those that it counts called otherwise. */
  default HealthCheck counting(UnaryOperator<String> names) {
    return this instanceof Calculated calculated
        ? new Calculated(
            calculated.children().stream().map(names).toList(),
            calculated.atLeast(),
            calculated.common())
        : this;
  }

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
    // Seconds that a checker waits: for a TCP connection; for one to speak HTTP over, for the
    // status then, and for the text that is searched.
    private static final int CONNECT_TCP = 10;
    private static final int CONNECT_HTTP = 4;
    private static final int STATUS = 2;
    private static final int SEARCH = 2;

    /** Copies the regions. */
    public Endpoint {
      regions = List.copyOf(regions);
    }

    @Override
    public List<String> children() {
      return List.of();
    }

    /**
     * As a rule, as many intervals as it takes failures; at the worst, every one of these looks
     * runs into its time-outs first (docs/route53.md#check-worst-time).
     */
    @Override
    public Optional<Lag> detection() {
      if (failures < 1 || interval < 1) {
        return Optional.empty();
      }
      int timeOuts =
          protocol == Protocol.TCP
              ? CONNECT_TCP
              : CONNECT_HTTP + STATUS + (search.isPresent() ? SEARCH : 0);
      return Optional.of(
          new Lag((long) failures * interval, (long) failures * (interval + timeOuts)));
    }

    @Override
    public <T> T match(
        Function<Endpoint, T> endpoint,
        Function<Calculated, T> calculated,
        Function<CloudWatchAlarm, T> alarmed,
        Function<RoutingControl, T> control) {
      return endpoint.apply(this);
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

    @Override
    public Optional<Lag> detection() {
      return Optional.empty();
    }

    @Override
    public <T> T match(
        Function<Endpoint, T> endpoint,
        Function<Calculated, T> calculated,
        Function<CloudWatchAlarm, T> alarmed,
        Function<RoutingControl, T> control) {
      return calculated.apply(this);
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
      implements HealthCheck {
    @Override
    public List<String> children() {
      return List.of();
    }

    /**
     * As a rule, the window that the alarm looks at; a period more at the worst, for what begins in
     * the midst of one counts from the next (docs/route53.md#alarm-worst-time).
     */
    @Override
    public Optional<Lag> detection() {
      return metric.map(
          watched ->
              new Lag(watched.windowSeconds(), watched.windowSeconds() + watched.periodSeconds()));
    }

    @Override
    public <T> T match(
        Function<Endpoint, T> endpoint,
        Function<Calculated, T> calculated,
        Function<CloudWatchAlarm, T> alarmed,
        Function<RoutingControl, T> control) {
      return alarmed.apply(this);
    }
  }

  /**
   * Healthy while a routing control of Application Recovery Controller is on.
   *
   * @param arn the control's ARN
   * @param common what every check has
   */
  record RoutingControl(String arn, Common common) implements HealthCheck {
    @Override
    public List<String> children() {
      return List.of();
    }

    @Override
    public Optional<Lag> detection() {
      return Optional.empty();
    }

    @Override
    public <T> T match(
        Function<Endpoint, T> endpoint,
        Function<Calculated, T> calculated,
        Function<CloudWatchAlarm, T> alarmed,
        Function<RoutingControl, T> control) {
      return control.apply(this);
    }
  }
}
