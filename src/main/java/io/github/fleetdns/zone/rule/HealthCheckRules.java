package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.Rule.error;
import static io.github.fleetdns.zone.rule.Rule.warning;

import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.CheckerRegions;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HealthCheck.Calculated;
import io.github.fleetdns.zone.HealthCheck.CloudWatchAlarm;
import io.github.fleetdns.zone.HealthCheck.Endpoint;
import io.github.fleetdns.zone.HealthCheck.Protocol;
import io.github.fleetdns.zone.HealthCheck.RoutingControl;
import io.github.fleetdns.zone.IpAddress;
import io.github.fleetdns.zone.ReservedAddresses;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rules about one health check (route53.md#check-fields, route53.md#check-addresses); how checks
 * are used is judged by {@link CheckUseRules}.
 *
 * <p>Fields of another kind of check, such as a path of a calculated one, cannot be written down in
 * {@link HealthCheck}; nor can an unknown kind, or an unknown meaning of insufficient data.
 */
final class HealthCheckRules {
  private static final int MAX_TEXT = 255;
  private static final int MAX_CHILDREN = 256;
  private static final int MAX_FAILURES = 10;
  private static final int MAX_PORT = 65_535;
  private static final int MAX_REGIONS = 64;

  /**
   * What a URL has in front of its path: scheme and host, or a host that is hardly a folder since
   * it has two dots or a port.
   */
  private static final Pattern URL =
      Pattern.compile(
          "(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*"
              + "|(?:[A-Za-z0-9-]+\\.){2,}(?:[A-Za-z]{2,}|\\d+)(?::\\d+)?(?=[/?#]|$)"
              + "|[A-Za-z0-9.-]+:\\d+(?=[/?#]|$)");

  /**
   * IPv6 blocks of the kinds that Route 53's guide names: local, private, multicast
   * (route53.md#check-addresses).
   */
  private static final List<AddressBlock> REFUSED_IPV6 =
      List.of(
          AddressBlock.of("::/128"),
          AddressBlock.of("::1/128"),
          AddressBlock.of("fc00::/7"),
          AddressBlock.of("fe80::/10"),
          AddressBlock.of("ff00::/8"));

  static final List<Rule> ALL =
      List.of(
          error(
              "check-endpoint",
              "A health check of an endpoint has an address or a host name.",
              Basis.of("check-fields")
                  .and("IP address and fully qualified domain name can not be both empty"),
              endpoints(HealthCheckRules::target)),
          error(
              "check-address-public",
              "Health checkers reach an address over the public internet.",
              Basis.of("check-addresses").and("IPv4 address X is forbidden"),
              endpoints(check -> address(check, true))),
          warning(
              "check-address-reserved",
              "Health checkers reach an address over the public internet.",
              Basis.of("check-addresses")
                  .and("for the IPv6 blocks that are not verified one by one"),
              endpoints(check -> address(check, false))),
          error(
              "check-interval",
              "A health check runs every 10 or 30 seconds.",
              Basis.of("check-interval"),
              endpoints(HealthCheckRules::interval)),
          error(
              "check-failures",
              "A health check turns after 1 to 10 results in a row.",
              Basis.of("check-fields"),
              endpoints(HealthCheckRules::failures)),
          error(
              "check-port",
              "A port is 1 to 65535.",
              Basis.of("check-fields"),
              endpoints(HealthCheckRules::port)),
          error(
              "check-tcp",
              "A TCP health check has neither a path nor a text to search.",
              Basis.of("check-fields"),
              endpoints(HealthCheckRules::tcp)),
          error(
              "check-length",
              "The path, the host and the text of a health check have at most 255 characters.",
              Basis.of("check-fields"),
              endpoints(HealthCheckRules::lengths)),
          warning(
              "check-path",
              "The path of a health check is no URL.",
              Basis.inferred("check-path"),
              endpoints(HealthCheckRules::path)),
          error(
              "check-search",
              "A text that a health check searches is not empty.",
              Basis.of("check-search"),
              endpoints(HealthCheckRules::search)),
          error(
              "check-regions",
              "A health check has checkers in 3 or more of their regions, or leaves it to AWS.",
              Basis.of("check-regions"),
              endpoints(HealthCheckRules::regions)),
          error(
              "check-sni",
              "Only an HTTPS health check sends the name in the TLS handshake.",
              Basis.of("check-fields"),
              endpoints(HealthCheckRules::sni)),
          error(
              "check-children",
              "A calculated health check has at most 256 children.",
              Basis.of("check-fields"),
              calculated(check -> children(check, true))),
          warning(
              "check-children-quota",
              "A calculated health check has at most 255 children.",
              Basis.of("c2").and("255 in the quotas, 256 in the API"),
              calculated(check -> children(check, false))),
          error(
              "check-at-least",
              "A calculated health check needs 0 to 256 healthy children.",
              Basis.of("check-threshold"),
              calculated(HealthCheckRules::thresholdRange)),
          warning(
              "check-at-least-constant",
              "A calculated health check is neither always healthy nor never.",
              Basis.of("check-threshold"),
              calculated(HealthCheckRules::thresholdConstant)),
          error(
              "check-alarm",
              "A health check by CloudWatch names an alarm and its region.",
              Basis.of("check-fields"),
              HealthCheckRules::alarm),
          error(
              "check-routing-control",
              "A health check by routing control names its ARN, of at most 255 characters.",
              Basis.of("check-fields"),
              HealthCheckRules::routingControl));

  private HealthCheckRules() {}

  /** Says what is wrong with a check of one kind, without its name. */
  private interface Complaint<C extends HealthCheck> {
    Optional<String> about(C check);
  }

  private static <C extends HealthCheck> Rule.Check each(Class<C> kind, Complaint<C> complaint) {
    return (zone, report) ->
        zone.eachCheck(
            kind,
            (name, check, subject) ->
                complaint
                    .about(check)
                    .ifPresent(
                        text -> report.add(subject, "the health check of ", name, " ", text)));
  }

  private static Rule.Check endpoints(Complaint<Endpoint> complaint) {
    return each(Endpoint.class, complaint);
  }

  private static Rule.Check calculated(Complaint<Calculated> complaint) {
    return each(Calculated.class, complaint);
  }

  private static Optional<String> when(boolean wrong, String text) {
    return wrong ? Optional.of(text) : Optional.empty();
  }

  private static Optional<String> target(Endpoint check) {
    return when(
        check.address().isEmpty() && check.host().filter(host -> !host.isEmpty()).isEmpty(),
        "has neither an address nor a host to connect to; give it one of them");
  }

  private static Optional<String> address(Endpoint check, boolean refused) {
    return check
        .address()
        .filter(address -> isRefused(address) == refused)
        .flatMap(
            address ->
                ReservedAddresses.purposeOf(address)
                    .map(
                        purpose ->
                            "watches "
                                + address
                                + ", which is reserved for "
                                + purpose
                                + ": the checkers are on the internet and "
                                + (refused ? "cannot reach it" : "hardly reach it")
                                + ". Instead, load: follows a CloudWatch metric, calculated: the"
                                + " health of others, routing-control: a switch"));
  }

  private static boolean isRefused(IpAddress address) {
    return address.isIpv4() || REFUSED_IPV6.stream().anyMatch(block -> block.contains(address));
  }

  private static Optional<String> interval(Endpoint check) {
    return when(
        check.interval() != 10 && check.interval() != 30,
        "has interval " + check.interval() + "; write 10 or 30 seconds");
  }

  private static Optional<String> failures(Endpoint check) {
    return when(
        check.failures() < 1 || check.failures() > MAX_FAILURES,
        "has failures " + check.failures() + ", which is outside 1–" + MAX_FAILURES);
  }

  private static Optional<String> port(Endpoint check) {
    return when(
        check.port() < 1 || check.port() > MAX_PORT,
        "has port " + check.port() + ", which is outside 1–" + MAX_PORT);
  }

  private static Optional<String> tcp(Endpoint check) {
    boolean more = check.path().isPresent() || check.search().isPresent();
    return when(
        check.protocol() == Protocol.TCP && more,
        "is tcp, which only connects, but has a "
            + (check.path().isPresent() ? "path" : "search")
            + "; use http or https to look at an answer");
  }

  private static Optional<String> lengths(Endpoint check) {
    return tooLong("path", check.path())
        .or(() -> tooLong("host", check.host()))
        .or(() -> tooLong("search", check.search()));
  }

  private static Optional<String> tooLong(String what, Optional<String> text) {
    return text.filter(given -> given.length() > MAX_TEXT)
        .map(
            given ->
                "has a "
                    + what
                    + " of "
                    + given.length()
                    + " characters, the limit is "
                    + MAX_TEXT);
  }

  private static Optional<String> search(Endpoint check) {
    return when(
        check.search().filter(String::isEmpty).isPresent(),
        "searches for nothing; name a text or remove search");
  }

  private static Optional<String> regions(Endpoint check) {
    List<String> unknown =
        check.regions().stream().filter(region -> !CheckerRegions.ALL.contains(region)).toList();
    if (!unknown.isEmpty()) {
      return Optional.of(
          "names checkers in "
              + unknown.get(0)
              + ", but they are in "
              + String.join(", ", CheckerRegions.ALL));
    }
    long regions = check.regions().stream().distinct().count();
    return when(
        regions > 0 && (regions < CheckerRegions.LEAST || check.regions().size() > MAX_REGIONS),
        "has checkers in "
            + regions
            + " regions; name at least "
            + CheckerRegions.LEAST
            + ", or none for all");
  }

  /** Route 53 asks for the text as it stands, with a slash in front. */
  private static Optional<String> path(Endpoint check) {
    return check
        .path()
        .filter(path -> URL.matcher(path).lookingAt())
        .map(
            path ->
                "asks for the path "
                    + (path.startsWith("/") ? path : "/" + path)
                    + " of the endpoint; write the path alone, "
                    + pathOf(path)
                    + ", and a name to ask for as the host beside it");
  }

  private static String pathOf(String url) {
    String path = URL.matcher(url).replaceFirst("");
    return path.startsWith("/") ? path : "/" + path;
  }

  private static Optional<String> sni(Endpoint check) {
    return when(
        check.protocol() != Protocol.HTTPS && check.sni().isPresent(),
        "has sni, which only https knows; remove it");
  }

  private static Optional<String> children(Calculated check, boolean refused) {
    int children = check.children().size();
    return when(
        refused ? children > MAX_CHILDREN : children == MAX_CHILDREN,
        "has "
            + children
            + " children; "
            + (refused ? "the limit is 256" : "Route 53's quotas say 255, its API 256")
            + ": drop some, for a calculated check cannot be a child of another");
  }

  private static Optional<String> thresholdRange(Calculated check) {
    return when(
        check.atLeast() < 0 || check.atLeast() > MAX_CHILDREN,
        "has at-least " + check.atLeast() + ", which is outside 0–" + MAX_CHILDREN);
  }

  private static Optional<String> thresholdConstant(Calculated check) {
    int children = check.children().size();
    if (check.atLeast() == 0) {
      return Optional.of(
          "has at-least 0, which is always healthy, and Terraform does not pass it on; write 1, or"
              + " disabled: true");
    }
    return when(
        check.atLeast() > children && check.atLeast() <= MAX_CHILDREN,
        "needs "
            + check.atLeast()
            + " of "
            + children
            + " children, so that it is never healthy; lower at-least");
  }

  private static void alarm(ZoneIndex zone, Rule.Report report) {
    zone.eachCheck(
        CloudWatchAlarm.class,
        (name, check, subject) -> {
          if (check.alarm().isEmpty() || check.region().isEmpty()) {
            report.add(
                subject,
                "the health check of ",
                name,
                " has no ",
                (check.alarm().isEmpty() ? "alarm" : "region of its alarm"),
                "; a CloudWatch alarm is known by its name and its region");
          }
        });
  }

  private static void routingControl(ZoneIndex zone, Rule.Report report) {
    zone.eachCheck(
        RoutingControl.class,
        (name, check, subject) -> {
          if (check.arn().isEmpty() || check.arn().length() > MAX_TEXT) {
            report.add(
                subject,
                "the routing-control of ",
                name,
                (check.arn().isEmpty()
                    ? " is empty"
                    : " has " + check.arn().length() + " characters"),
                "; write its ARN, of at most 255");
          }
        });
  }
}
