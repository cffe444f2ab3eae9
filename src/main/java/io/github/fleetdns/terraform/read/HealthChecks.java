package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.terraform.ResourceNames;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The health checks of an input. */
final class HealthChecks {
  static final String TYPE = "aws_route53_health_check";
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int DEFAULT_INTERVAL = 30;
  private static final int DEFAULT_FAILURES = 3;

  private final Resources resources;
  private final Alarms alarms;
  private final Map<String, Resource> byId = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  HealthChecks(Resources resources) {
    this.resources = resources;
    this.alarms = new Alarms(resources);
    Map<String, Resource> taken = new HashMap<>();
    for (Resource check : resources.ofType(TYPE)) {
      check.get("id").text().ifPresent(id -> byId.put(id, check));
      String own = written(check).filter(name -> !taken.containsKey(name)).orElse(check.address());
      taken.put(own, check);
      names.put(check.address(), own);
    }
  }

  /** What the zone calls a check: as its fleet does if fleetdns wrote it, else by its address. */
  String name(Resource check) {
    return names.getOrDefault(check.address(), check.address());
  }

  /**
   * The name of a check that fleetdns wrote: its tag {@code Name}, if the resource is called as
   * fleetdns would, alone or as part of a construct of the user's.
   */
  private static Optional<String> written(Resource check) {
    return check
        .get("tags")
        .get("Name")
        .text()
        .filter(name -> ResourceNames.isOfHealthCheck(check.name(), name));
  }

  /** Adds a check, and those that it counts, to what the zone needs. */
  void need(Resource check, ZoneDraft zone) {
    if (zone.checks.add(check)) {
      for (Node child : check.get("child_healthchecks").items()) {
        find(child).forEach(found -> need(found, zone));
      }
    }
  }

  /** The checks that an id is of; several if the input leaves open which. */
  List<Resource> find(Node id) {
    Node value = resources.follow(id);
    if (value instanceof Node.Unknown) {
      return resources.targets(value, resource -> resource.is(TYPE));
    }
    return value.text().map(byId::get).map(List::of).orElse(List.of());
  }

  /** The check; empty if it is of no kind that there is. */
  Optional<HealthCheck> read(Resource check, ZoneDraft zone) {
    Reader reader = new Reader(check, zone);
    HealthCheck.Common common =
        new HealthCheck.Common(reader.flag("invert_healthcheck"), reader.flag("disabled"));
    String type = resources.follow(check.get("type")).text().orElse("").toUpperCase(Locale.ROOT);
    needed(check, type, zone);
    return switch (type) {
      case "HTTP", "HTTP_STR_MATCH" ->
          Optional.of(reader.endpoint(HealthCheck.Protocol.HTTP, HTTP_PORT, common));
      case "HTTPS", "HTTPS_STR_MATCH" ->
          Optional.of(reader.endpoint(HealthCheck.Protocol.HTTPS, HTTPS_PORT, common));
      case "TCP" -> Optional.of(reader.endpoint(HealthCheck.Protocol.TCP, HTTP_PORT, common));
      case "CALCULATED" -> Optional.of(reader.calculated(common));
      case "CLOUDWATCH_METRIC" -> Optional.of(alarms.read(check, common, reader::text));
      case "RECOVERY_CONTROL" ->
          Optional.of(
              new HealthCheck.RoutingControl(
                  reader.text("routing_control_arn").orElse(Node.Unknown.LATER), common));
      default -> {
        if (resources.follow(check.get("type")) instanceof Node.Unknown) {
          zone.uncertainChecks.add(name(check));
          zone.unresolved(
              check.at(), check.address() + ": its type is not known here, and it is left out");
          yield Optional.empty();
        }
        zone.wrong(
            check.get("type").isNothing() ? check.at() : check.get("type").at(),
            check.address()
                + ": there is no health check of type \""
                + type
                + "\"; one of HTTP, HTTPS, HTTP_STR_MATCH, HTTPS_STR_MATCH, TCP, CALCULATED,"
                + " CLOUDWATCH_METRIC and RECOVERY_CONTROL");
        yield Optional.empty();
      }
    };
  }

  /** Arguments without which the API refuses a check, or Route 53 keeps what it knew. */
  private void needed(Resource check, String type, ZoneDraft zone) {
    if (type.endsWith("_STR_MATCH") && lacks(check, "search_string")) {
      zone.wrong(
          check.at(),
          check.address()
              + ": a check of type "
              + type
              + " needs a search_string; add one, or make the type "
              + type.replace("_STR_MATCH", ""));
    }
    if (type.equals("CALCULATED") && lacks(check, "child_health_threshold")) {
      zone.wrong(
          check.at(),
          check.address()
              + ": a calculated check needs its child_health_threshold; write how many of its"
              + " children must be healthy (0 is always healthy)");
    }
    boolean follows =
        type.equals("CLOUDWATCH_METRIC")
            && written(check).isEmpty()
            && resources
                .targets(
                    check.get("cloudwatch_alarm_name"),
                    resource -> resource.is("aws_cloudwatch_metric_alarm"))
                .stream()
                .findAny()
                .or(() -> alarmNamed(resources.follow(check.get("cloudwatch_alarm_name")).text()))
                .isPresent();
    if (follows && lacks(check, "triggers")) {
      zone.problems.add(
          Problem.warning(
              check.at(),
              ReadRules.SURPRISING,
              check.address()
                  + ": without triggers Route 53 keeps the alarm as it was when the check was made,"
                  + " also when the alarm is changed here; add triggers of what can change, such as"
                  + " its threshold"));
    }
  }

  private Optional<Resource> alarmNamed(Optional<String> name) {
    return resources.ofType("aws_cloudwatch_metric_alarm").stream()
        .filter(alarm -> name.isPresent() && alarm.get("alarm_name").text().equals(name))
        .findFirst();
  }

  /** Whether an argument is not written, rather than not known yet. */
  private boolean lacks(Resource check, String argument) {
    Node value = resources.follow(check.get(argument));
    return value instanceof Node.Unknown unknown
        ? unknown.expression().equals(Node.Unknown.LATER)
        : value.text().isEmpty() && value.items().isEmpty();
  }

  /** Reads the arguments of one check. */
  private final class Reader {
    private final Resource check;
    private final ZoneDraft zone;

    Reader(Resource check, ZoneDraft zone) {
      this.check = check;
      this.zone = zone;
    }

    Optional<String> text(String argument) {
      Node value = resources.follow(check.get(argument));
      if (value instanceof Node.Unknown unknown) {
        zone.uncertainChecks.add(name(check));
        return Optional.of(unknown.expression());
      }
      return value.text();
    }

    boolean flag(String argument) {
      return check.get(argument).text().filter("true"::equals).isPresent();
    }

    private int number(String argument, int otherwise) {
      Node value = resources.follow(check.get(argument));
      OptionalInt number = Numbers.integer(value);
      // The provider has its default where nothing is written, and says so after an apply only.
      boolean written =
          !value.isNothing()
              && !(value instanceof Node.Unknown unknown
                  && unknown.expression().equals(Node.Unknown.LATER));
      if (number.isEmpty() && written) {
        zone.uncertainChecks.add(name(check));
        zone.unresolved(
            value.at(),
            check.address() + ": " + argument + " is not known here; taken to be " + otherwise);
      }
      return number.orElse(otherwise);
    }

    HealthCheck endpoint(HealthCheck.Protocol protocol, int port, HealthCheck.Common common) {
      Optional<String> address = text("ip_address");
      Optional<IpAddress> known = address.flatMap(IpAddress::parse);
      Optional<String> host = text("fqdn");
      if (address.isPresent() && known.isEmpty()) {
        zone.uncertainChecks.add(name(check));
        zone.unresolved(
            check.get("ip_address").at(),
            check.address() + ": its address is not known here: " + address.get());
        host = host.or(() -> address);
      }
      boolean https = protocol == HealthCheck.Protocol.HTTPS;
      Node sni = check.get("enable_sni");
      // Route 53 sends the name by default (API: EnableSNI); an applied plan does not know it yet.
      boolean says = sni instanceof Node.Scalar && !sni.isNothing();
      return new HealthCheck.Endpoint(
          protocol,
          known,
          host,
          number("port", port),
          text("resource_path"),
          text("search_string"),
          number("request_interval", DEFAULT_INTERVAL),
          number("failure_threshold", DEFAULT_FAILURES),
          check.get("regions").items().stream().map(Node::text).flatMap(Optional::stream).toList(),
          flag("measure_latency"),
          https ? Optional.of(says ? flag("enable_sni") : true) : Optional.empty(),
          common);
    }

    HealthCheck calculated(HealthCheck.Common common) {
      List<String> children = new ArrayList<>();
      for (Node child : check.get("child_healthchecks").items()) {
        List<Resource> found = find(child);
        if (found.isEmpty()) {
          children.add(text(child));
        }
        found.stream().map(HealthChecks.this::name).forEach(children::add);
      }
      List<String> distinct = children.stream().distinct().toList();
      return new HealthCheck.Calculated(
          distinct, number("child_health_threshold", distinct.size()), common);
    }

    private String text(Node child) {
      Node value = resources.follow(child);
      if (value instanceof Node.Unknown unknown) {
        zone.uncertainChecks.add(name(check));
        zone.unresolved(
            child.at(),
            check.address() + ": which check it counts is not known here: " + unknown.expression());
        return unknown.expression();
      }
      return value.text().orElse(Node.Unknown.LATER);
    }
  }
}
