package io.github.fleetdns.config;

import io.github.fleetdns.compile.CompiledZone;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Provider;
import io.github.fleetdns.fleet.Verbatim;
import io.github.fleetdns.fleet.Zone;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.RecordSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The meaning of a fleet file: from the tree to a {@link Fleet}.
 *
 * <p>Tolerant on purpose: what the schema has complained of already is passed over in silence, so
 * that the rest of the file is still judged and a user sees every problem in one run.
 */
final class FleetReader {
  private final YamlFields root;
  private final List<Problem> problems;
  private final Names names;
  private final EndpointsReader endpoints;
  private final RecordsReader records;
  private final RoutesReader routes;
  private final ResidencyReader residency;

  private FleetReader(YamlNode root, List<Problem> problems) {
    this.root = YamlFields.of(root);
    this.problems = problems;
    this.names = new Names(problems);
    this.endpoints = new EndpointsReader(this.root, names, problems);
    this.records = new RecordsReader(this.root, names, problems);
    this.routes = new RoutesReader(problems);
    this.residency = new ResidencyReader(problems);
  }

  /** Reads a document, adding to the problems that its syntax had. */
  static FleetFile read(String source, YamlNode document, List<Problem> problems) {
    return read(source, document, RetiredKeys.ALL, problems);
  }

  /** Reads a document in which keys may stand that were retired. */
  static FleetFile read(
      String source, YamlNode written, RetiredKeys retired, List<Problem> problems) {
    YamlNode document = retired.renewed(written, problems);
    // Shape and meaning look at the same tree and not at each other; on large files each takes as
    // long. Only few rules depend on whether the shape is sound, which it mostly is.
    CompletableFuture<List<Problem>> shape =
        CompletableFuture.supplyAsync(() -> Shape.check(document));
    List<Problem> meaning = new ArrayList<>();
    FleetReader reader = new FleetReader(document, meaning);
    CompiledZone compiled = FleetCompiler.compile(reader.fleet());
    boolean sound = isSound(problems) && isSound(meaning);
    List<Problem> broken = reader.rules().check(compiled, sound);
    problems.addAll(shape.join());
    if (sound && !isSound(problems)) {
      broken = reader.rules().check(compiled, false);
    }
    problems.addAll(meaning);
    problems.addAll(broken);
    return new FleetFile(
        source,
        isSound(problems) ? Optional.of(compiled) : Optional.empty(),
        sorted(problems),
        new FleetFile.Keys(
            reader.root.text("fleet"),
            reader.root.at("fleet"),
            reader.root.map("zone").at("name"),
            reader.root.at("backend"),
            reader.residency.places(),
            reader.rules().places(compiled)));
  }

  /** The problems in the order of the file, none twice. */
  static List<Problem> sorted(List<Problem> problems) {
    return problems.stream().distinct().sorted(Comparator.comparing(Problem::location)).toList();
  }

  private static boolean isSound(List<Problem> problems) {
    return problems.stream().noneMatch(Problem::isError);
  }

  private FleetRules rules() {
    return new FleetRules(endpoints, records, routes, root.map("zone").at("name"));
  }

  private Fleet fleet() {
    String name = root.text("fleet").filter(text -> Fleet.NAME.matcher(text).matches()).orElse("x");
    Zone zone = zone();
    List<Endpoint> servers = endpoints.read(zone.name());
    endpoints.noteChecks(root.map("checks"));
    routes.read(root, servers, entry -> names.fits(entry, zone.name()));
    routes.leaveOutTooLong(zone.name());
    return new Fleet(
        name,
        zone,
        root.map("defaults").integer("ttl", 0, RecordSet.MAX_TTL).orElse(Fleet.DEFAULT_TTL),
        servers,
        routes.pools(),
        routes.services(),
        records.read(zone.name()),
        root.map("tags").texts(),
        provider(root.map("provider")),
        BackendReader.read(root.get("backend")),
        MonitoringReader.read(
            root,
            servers.stream().anyMatch(e -> e.health().isPresent() || e.load().isPresent()),
            problems),
        residency.read(root.map("residency"), servers),
        new Verbatim(
            records.readSets(root, zone.name(), problems),
            ChecksReader.read(root.map("checks"), servers, endpoints::healthPlace, problems),
            collections(root.map("cidr-collections"))));
  }

  private List<CidrCollection> collections(YamlFields fields) {
    List<CidrCollection> collections = new ArrayList<>();
    for (YamlNode.Entry entry : fields.entries()) {
      Map<String, List<AddressBlock>> locations = new LinkedHashMap<>();
      YamlFields inner = YamlFields.of(entry.value());
      inner
          .entries()
          .forEach(
              location ->
                  locations.put(
                      location.key(),
                      RouteReader.blocks(inner.textList(location.key()), problems)));
      collections.add(new CidrCollection(entry.key(), locations));
    }
    return collections;
  }

  private Zone zone() {
    YamlFields zone = root.map("zone");
    Optional<DomainName> name =
        zone.text("name").flatMap(text -> names.zone(text, zone.at("name")));
    return ZoneReader.read(zone, name, Names.UNKNOWN_ZONE, problems);
  }

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
}
