package io.github.fleetdns.config;

import io.github.fleetdns.compile.LoadChecks;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Health;
import io.github.fleetdns.fleet.Load;
import io.github.fleetdns.fleet.PlainRecord;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.IpAddress;
import io.github.fleetdns.zone.RecordSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The {@code endpoints:} of a fleet file, and where their parts stand. */
final class EndpointsReader {
  private static final Pattern HOST_NAME = Pattern.compile("[\\w.-]{1,255}\\.[A-Za-z]{2,63}\\.?");

  private final YamlFields section;
  private final YamlFields defaults;
  private final Names names;
  private final List<Problem> problems;
  private final Optional<Health> defaultHealth;
  private final List<Location> keys = new ArrayList<>();
  private final List<List<Location>> values = new ArrayList<>();
  private final Map<String, Location> healthPlaces = new HashMap<>();
  private final Set<String> uncheckedOnPurpose = new HashSet<>();
  private boolean healthBroken;

  EndpointsReader(YamlFields root, Names names, List<Problem> problems) {
    this.section = root.map("endpoints");
    this.defaults = root.map("defaults");
    this.names = names;
    this.problems = problems;
    this.defaultHealth = defaults.get("health").flatMap(node -> HealthReader.read(node, problems));
  }

  /** Reads the endpoints of a zone. */
  List<Endpoint> read(DomainName zone) {
    List<Endpoint> endpoints = new ArrayList<>();
    Map<String, YamlNode.Entry> taken = new HashMap<>();
    for (YamlNode.Entry entry : section.entries()) {
      List<Location> places = new ArrayList<>();
      Optional<Target> target = target(YamlFields.of(entry.value()), places, zone);
      if (!endpointName(entry, zone)) {
        continue;
      }
      YamlNode.Entry twin = taken.putIfAbsent(entry.key().toLowerCase(Locale.ROOT), entry);
      if (twin != null) {
        error(
            entry.keyLocation(),
            "endpoint-name-case",
            "\""
                + entry.key()
                + "\" differs from \""
                + twin.key()
                + "\" in line "
                + twin.keyLocation().line()
                + " only in upper and lower case, which DNS ignores");
        continue;
      }
      if (target.isPresent()) {
        keys.add(entry.keyLocation());
        values.add(places);
        endpoints.add(endpoint(entry, target.get()));
      }
    }
    return endpoints;
  }

  private boolean endpointName(YamlNode.Entry entry, DomainName zone) {
    String name = entry.key();
    if (name.equals(PlainRecord.APEX)) {
      YamlFields fields = YamlFields.of(entry.value());
      boolean hostname = fields.get("hostname").isPresent();
      boolean alias = TargetReader.KEYS.stream().anyMatch(key -> fields.get(key).isPresent());
      error(
          entry.keyLocation(),
          hostname ? "cname-apex" : "endpoint-name",
          hostname
              ? "a hostname is published as a CNAME, which cannot stand at the apex; give the"
                  + " endpoint a name, or addresses under records:"
              : alias
                  ? "an endpoint needs a name of its own; give it one, and lead the apex to it under"
                      + " services:"
                  : "an endpoint needs a name of its own; addresses of the apex go under records:");
      return false;
    }
    if (!Endpoint.NAME.matcher(name).matches()) {
      String whole = "." + zone;
      String why =
          name.endsWith(whole)
              ? "has the zone in it, which is added by itself; write \""
                  + name.substring(0, name.length() - whole.length())
                  + "\""
              : name.length() > 63
                  ? "has " + name.length() + " characters, the limit of a DNS label is 63"
                  : "is no DNS label: letters, digits and hyphens, no hyphen at either end";
      error(
          entry.keyLocation(),
          "endpoint-name",
          "endpoint name \"" + Names.shorten(name) + "\" " + why);
      return false;
    }
    return names.read(name + "." + zone, entry.keyLocation(), "endpoint-name").isPresent();
  }

  private Endpoint endpoint(YamlNode.Entry entry, Target target) {
    YamlFields fields = YamlFields.of(entry.value());
    Optional<Health> health = health(entry.key(), fields);
    EndpointNeeds.checkReach(target, health, fields, problems);
    Optional<Load> load = EndpointNeeds.load(fields, health, problems);
    healthBroken |= load.isEmpty() && fields.get("load").isPresent();
    return new Endpoint(
        entry.key(),
        fields.text("region"),
        target,
        fields.integer("ttl", 0, RecordSet.MAX_TTL),
        fields.integer("capacity", 1, Long.MAX_VALUE),
        health,
        load,
        fields.truth("publish").orElse(true));
  }

  private Optional<Health> health(String endpoint, YamlFields fields) {
    Optional<YamlNode> own = fields.get("health");
    fields
        .get("load")
        .ifPresent(
            load -> LoadChecks.names(endpoint).forEach(n -> healthPlaces.put(n, load.location())));
    healthPlaces.put(endpoint, own.isPresent() ? fields.at("health") : defaults.at("health"));
    if (own.isEmpty()) {
      return defaultHealth;
    }
    if (own.get() instanceof YamlNode.Scalar) {
      uncheckedOnPurpose.add(endpoint);
    }
    Optional<Health> health = own.flatMap(node -> HealthReader.read(node, problems));
    healthBroken |= health.isEmpty() && own.get() instanceof YamlNode.Mapping;
    return health;
  }

  private Optional<Target> target(YamlFields fields, List<Location> places, DomainName zone) {
    Optional<Target> target =
        addresses(fields, places)
            .or(() -> hostname(fields, places))
            .or(() -> TargetReader.read(fields, zone, problems));
    if (target.isPresent() && target.get() instanceof Target.Alias) {
      places.add(TargetReader.place(fields));
    } else if (target.isPresent()) {
      TargetReader.refuseOptions(fields, problems);
    }
    return target;
  }

  /** Where the endpoint at a position stands. */
  Location key(int endpoint) {
    return keys.get(endpoint);
  }

  /** Where an address or other target of the endpoint at a position stands. */
  Location value(int endpoint, int value) {
    return values.get(endpoint).get(value);
  }

  /** Notes where health checks are described that are no endpoint's own. */
  void noteChecks(YamlFields checks) {
    checks.entries().forEach(entry -> healthPlaces.putIfAbsent(entry.key(), entry.keyLocation()));
  }

  /** Where the description of a health check stands. */
  Location healthPlace(String check) {
    return healthPlaces.getOrDefault(check, section.location());
  }

  /** Whether the file says of an endpoint that it shall have no health check. */
  boolean isUncheckedOnPurpose(Endpoint endpoint) {
    return uncheckedOnPurpose.contains(endpoint.name());
  }

  /** Whether a health check had to be left out. */
  boolean healthBroken() {
    return healthBroken;
  }

  private Optional<Target> addresses(YamlFields fields, List<Location> places) {
    List<IpAddress> addresses = new ArrayList<>();
    for (YamlNode.Scalar scalar : fields.textList("address")) {
      Optional<IpAddress> address = IpAddress.parse(scalar.text());
      if (address.isEmpty()) {
        boolean name = HOST_NAME.matcher(scalar.text()).matches();
        error(
            scalar.location(),
            "address-format",
            "\""
                + Names.shorten(scalar.text())
                + "\" is no IP address"
                + (name
                    ? "; write hostname: instead of address: for a name"
                    : ", such as 192.0.2.1 or 2001:db8::1"));
      } else {
        addresses.add(address.get());
        places.add(scalar.location());
      }
    }
    return addresses.isEmpty() ? Optional.empty() : Optional.of(new Target.Addresses(addresses));
  }

  private Optional<Target> hostname(YamlFields fields, List<Location> places) {
    Optional<String> text = fields.text("hostname");
    if (text.flatMap(IpAddress::parse).isPresent()) {
      error(
          fields.at("hostname"),
          "hostname-format",
          "\"" + text.get() + "\" is an IP address; write address: instead of hostname:");
      return Optional.empty();
    }
    if (text.filter(host -> host.contains(":") || host.contains("/")).isPresent()) {
      error(
          fields.at("hostname"),
          "hostname-format",
          "\""
              + Names.shorten(text.get())
              + "\" is no host name; leave out the scheme, the port and the path");
      return Optional.empty();
    }
    Optional<DomainName> name =
        text.flatMap(host -> names.read(host, fields.at("hostname"), "hostname-format"));
    name.ifPresent(host -> places.add(fields.at("hostname")));
    return name.map(Target.Hostname::new);
  }

  private void error(Location at, String rule, String message) {
    problems.add(Problem.error(at, rule, message));
  }
}
