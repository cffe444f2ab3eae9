package io.github.fleetdns.config;

import io.github.fleetdns.compile.CompiledZone;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.compile.LoadChecks;
import io.github.fleetdns.compile.Origin;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Health;
import io.github.fleetdns.fleet.PlainRecord;
import io.github.fleetdns.fleet.Provider;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.fleet.Zone;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.IpAddress;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.rule.Finding;
import io.github.fleetdns.zone.rule.Rules;
import io.github.fleetdns.zone.rule.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The meaning of a fleet file: from the tree to a {@link Fleet}.
 *
 * <p>Tolerant on purpose: what the schema has complained of already is passed over in silence, so
 * that the rest of the file is still judged and a user sees every problem in one run.
 */
final class FleetReader {
  /** Rules that the schema has, too. */
  private static final Set<String> SAID_BY_SCHEMA =
      Set.of(
          "record-empty",
          "zone-comment-length",
          "check-interval",
          "check-failures",
          "check-port",
          "check-search",
          "check-regions");

  /** Rules that misjudge a zone of which something had to be left out. */
  private static final Set<String> NEEDS_ALL = Set.of("check-unused", "name-outside-zone");

  private static final DomainName UNKNOWN_ZONE = DomainName.of("unknown.invalid");

  private static final Pattern HOST_NAME = Pattern.compile("[\\w.-]{1,255}\\.[A-Za-z]{2,63}\\.?");

  private final YamlFields root;
  private final List<Problem> problems;
  private final List<Location> endpointKeys = new ArrayList<>();
  private final List<List<Location>> endpointValues = new ArrayList<>();
  private final List<Location> recordKeys = new ArrayList<>();
  private final List<List<Location>> recordValues = new ArrayList<>();
  private final Set<Integer> unnamedRecords = new HashSet<>();

  private final RoutesReader routes;
  private final Map<String, Location> healthPlaces = new HashMap<>();
  private final Optional<Health> defaultHealth;

  private FleetReader(YamlNode root, List<Problem> problems) {
    this.root = YamlFields.of(root);
    this.problems = problems;
    this.routes = new RoutesReader(problems);
    this.defaultHealth =
        this.root.map("defaults").get("health").flatMap(node -> HealthReader.read(node, problems));
  }

  /** Reads a document, adding to the problems that its syntax had. */
  static FleetFile read(String source, YamlNode document, List<Problem> problems) {
    problems.addAll(Shape.check(document));
    FleetReader reader = new FleetReader(document, problems);
    Fleet fleet = reader.fleet();
    reader.applyRules(fleet);
    boolean broken = problems.stream().anyMatch(Problem::isError);
    return new FleetFile(
        source,
        broken ? Optional.empty() : Optional.of(fleet),
        sorted(problems),
        new FleetFile.Keys(
            reader.root.text("fleet"),
            reader.root.at("fleet"),
            reader.root.map("zone").at("name"),
            reader.root.at("backend")));
  }

  /** The problems in the order of the file, none twice. */
  static List<Problem> sorted(List<Problem> problems) {
    return problems.stream().distinct().sorted(Comparator.comparing(Problem::location)).toList();
  }

  private Fleet fleet() {
    String name = root.text("fleet").filter(text -> Fleet.NAME.matcher(text).matches()).orElse("x");
    Zone zone = zone();
    long ttl = ttl(root.map("defaults")).orElse(Fleet.DEFAULT_TTL);
    List<Endpoint> endpoints = endpoints(zone.name());
    routes.read(root, endpoints, entry -> recordName(entry, zone.name()));
    routes.leaveOutTooLong(zone.name());
    return new Fleet(
        name,
        zone,
        ttl,
        endpoints,
        routes.pools(),
        routes.services(),
        records(zone.name()),
        root.map("tags").texts(),
        provider(root.map("provider")),
        BackendReader.read(root.get("backend")),
        MonitoringReader.read(
            root,
            endpoints.stream().anyMatch(e -> e.health().isPresent() || e.load().isPresent()),
            problems));
  }

  private Zone zone() {
    YamlFields zone = root.map("zone");
    Optional<DomainName> name = zone.text("name").flatMap(text -> zoneName(text, zone.at("name")));
    return ZoneReader.read(zone, name, UNKNOWN_ZONE, problems);
  }

  private Optional<DomainName> zoneName(String text, Location at) {
    if (text.contains(":") || IpAddress.parse(text).isPresent()) {
      error(
          at,
          "zone-name",
          "\"" + shorten(text) + "\" is no domain name; write one such as aiapp.example.com");
      return Optional.empty();
    }
    return name(text, at, "zone-name");
  }

  private static OptionalLong ttl(YamlFields fields) {
    return fields.integer("ttl", 0, RecordSet.MAX_TTL);
  }

  // ---- endpoints ----

  private List<Endpoint> endpoints(DomainName zone) {
    List<Endpoint> endpoints = new ArrayList<>();
    Map<String, YamlNode.Entry> names = new HashMap<>();
    for (YamlNode.Entry entry : root.map("endpoints").entries()) {
      List<Location> places = new ArrayList<>();
      Optional<Target> target = target(YamlFields.of(entry.value()), places, zone);
      if (!endpointName(entry, zone)) {
        continue;
      }
      YamlNode.Entry twin = names.putIfAbsent(entry.key().toLowerCase(Locale.ROOT), entry);
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
        endpointKeys.add(entry.keyLocation());
        endpointValues.add(places);
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
      error(entry.keyLocation(), "endpoint-name", "endpoint name \"" + shorten(name) + "\" " + why);
      return false;
    }
    return name(name + "." + zone, entry.keyLocation(), "endpoint-name").isPresent();
  }

  private Endpoint endpoint(YamlNode.Entry entry, Target target) {
    YamlFields fields = YamlFields.of(entry.value());
    Optional<Health> health = health(entry.key(), fields);
    EndpointNeeds.checkReach(target, health, fields, problems);
    return new Endpoint(
        entry.key(),
        fields.text("region"),
        target,
        ttl(fields),
        fields.integer("capacity", 1, Long.MAX_VALUE),
        health,
        EndpointNeeds.load(fields, health, problems));
  }

  private Optional<Health> health(String endpoint, YamlFields fields) {
    Optional<YamlNode> own = fields.get("health");
    fields
        .get("load")
        .ifPresent(
            load -> LoadChecks.names(endpoint).forEach(n -> healthPlaces.put(n, load.location())));
    healthPlaces.put(
        endpoint, own.isPresent() ? fields.at("health") : root.map("defaults").at("health"));
    return own.isPresent() ? own.flatMap(node -> HealthReader.read(node, problems)) : defaultHealth;
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

  /** Where the description of a health check stands. */
  private Location healthPlace(String check) {
    return healthPlaces.getOrDefault(check, root.at("endpoints"));
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
                + shorten(scalar.text())
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
              + shorten(text.get())
              + "\" is no host name; leave out the scheme, the port and the path");
      return Optional.empty();
    }
    Optional<DomainName> name =
        text.flatMap(host -> name(host, fields.at("hostname"), "hostname-format"));
    name.ifPresent(host -> places.add(fields.at("hostname")));
    return name.map(Target.Hostname::new);
  }

  // ---- records ----

  private List<PlainRecord> records(DomainName zone) {
    List<PlainRecord> records = new ArrayList<>();
    for (YamlNode.Entry name : root.map("records").entries()) {
      boolean valid = recordName(name, zone);
      // The values of a record with an impossible name are judged all the same.
      String standIn = "name-" + records.size() + "." + UNKNOWN_ZONE + ".";
      for (YamlNode.Entry type : YamlFields.of(name.value()).entries()) {
        Optional<RecordType> known = RecordType.named(type.key());
        if (known.isPresent()) {
          if (!valid) {
            unnamedRecords.add(records.size());
          }
          records.add(record(valid ? name.key() : standIn, known.get(), type));
        }
      }
    }
    return records;
  }

  private boolean recordName(YamlNode.Entry entry, DomainName zone) {
    boolean known = !zone.equals(UNKNOWN_ZONE);
    String text = entry.key();
    if (text.isEmpty() || text.equals(".")) {
      error(entry.keyLocation(), "name-empty", "the name is empty; the zone itself is \"@\"");
      return false;
    }
    try {
      if (!text.equals(PlainRecord.APEX)) {
        DomainName.of(text);
      }
      DomainName name = FleetCompiler.nameOf(text, zone);
      if (known && !name.isWithin(zone)) {
        error(
            entry.keyLocation(),
            "name-outside-zone",
            "\""
                + shorten(text)
                + "\" is outside the zone "
                + zone
                + "; a zone has only its own name (\"@\") and names below it");
        return false;
      }
      boolean relative = !text.endsWith(".") && !text.equals(PlainRecord.APEX);
      if (known && relative && DomainName.of(text).isWithin(zone)) {
        String front = DomainName.of(text).relativeTo(zone);
        error(
            entry.keyLocation(),
            "name-repeats-zone",
            "names are relative to the zone, so this would be "
                + name
                + "; write \""
                + (front.isEmpty() ? PlainRecord.APEX : front)
                + "\"");
        return false;
      }
      return true;
    } catch (InvalidNameException e) {
      error(entry.keyLocation(), e.rule(), e.reason());
      return false;
    }
  }

  private PlainRecord record(String name, RecordType type, YamlNode.Entry entry) {
    boolean detailed = entry.value() instanceof YamlNode.Mapping;
    List<YamlNode.Scalar> values =
        detailed
            ? YamlFields.of(entry.value()).textList("values")
            : YamlFields.texts(entry.value());
    recordKeys.add(entry.keyLocation());
    recordValues.add(values.stream().map(YamlNode.Scalar::location).toList());
    return new PlainRecord(
        name,
        type,
        detailed ? ttl(YamlFields.of(entry.value())) : OptionalLong.empty(),
        values.stream().map(YamlNode.Scalar::text).toList());
  }

  // ---- provider ----

  private static Provider provider(YamlFields fields) {
    YamlFields role = fields.map("assume-role");
    return new Provider(
        fields.text("region").orElse(Provider.DEFAULT_REGION),
        fields.text("profile"),
        role.text("role-arn")
            .map(
                arn ->
                    new Provider.AssumeRole(
                        arn, role.text("session-name"), role.text("external-id"))),
        fields.map("default-tags").texts(),
        fields.text("endpoint"));
  }

  // ---- Route 53's rules ----

  private void applyRules(Fleet fleet) {
    CompiledZone compiled = FleetCompiler.compile(fleet);
    if (problems.stream().noneMatch(Problem::isError)) {
      EndpointNeeds.checkTargets(fleet, compiled, i -> endpointValues.get(i).get(0), problems);
    }
    boolean complete = problems.stream().noneMatch(Problem::isError);
    for (Finding finding : Rules.check(compiled.zone())) {
      String rule = finding.rule().id();
      boolean said = SAID_BY_SCHEMA.contains(rule) || (!complete && NEEDS_ALL.contains(rule));
      if (!said && !isOfUnnamed(finding.subject(), compiled)) {
        Problem problem = finding.at(locate(finding.subject(), compiled));
        problems.add(withoutStandIn(problem));
      }
    }
  }

  /** Whether this is about the name and type of a record whose name is none. */
  private boolean isOfUnnamed(Subject subject, CompiledZone compiled) {
    return subject instanceof Subject.Set set
        && compiled.origins().get(set.index()) instanceof Origin.Stated stated
        && unnamedRecords.contains(stated.record());
  }

  private static Problem withoutStandIn(Problem problem) {
    String message =
        problem
            .message()
            .replaceAll("\\.?\\b(name-\\d+\\.)?" + Pattern.quote(UNKNOWN_ZONE.toString()), "");
    return new Problem(problem.location(), problem.severity(), problem.rule(), message);
  }

  private Location locate(Subject subject, CompiledZone compiled) {
    if (subject instanceof Subject.Set set) {
      return locate(compiled.origins().get(set.index()));
    }
    if (subject instanceof Subject.Value value) {
      Origin origin = compiled.origins().get(value.index());
      if (origin instanceof Origin.Endpoint endpoint) {
        int position = endpoint.values().get(value.value());
        return endpointValues.get(endpoint.endpoint()).get(position);
      }
      if (origin instanceof Origin.Stated stated) {
        return recordValues.get(stated.record()).get(value.value());
      }
      return locate(origin);
    }
    if (subject instanceof Subject.Check check) {
      return healthPlace(check.name());
    }
    return root.map("zone").at("name");
  }

  private Location locate(Origin origin) {
    if (origin instanceof Origin.Endpoint endpoint) {
      return endpointKeys.get(endpoint.endpoint());
    }
    if (origin instanceof Origin.Stated stated) {
      return recordKeys.get(stated.record());
    }
    return routes.locate(((Origin.Routed) origin).path());
  }

  // ---- problems ----

  private Optional<DomainName> name(String text, Location at, String rule) {
    try {
      return Optional.of(DomainName.of(text));
    } catch (InvalidNameException e) {
      error(at, e.rule().equals("name-length") ? e.rule() : rule, e.reason());
      return Optional.empty();
    }
  }

  private void error(Location at, String rule, String message) {
    problems.add(Problem.error(at, rule, message));
  }

  private static String shorten(String text) {
    return text.length() <= 70 ? text : text.substring(0, 67) + "…";
  }
}
