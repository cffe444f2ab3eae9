package io.github.fleetdns.compile;

import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.PlainRecord;
import io.github.fleetdns.fleet.Service;
import io.github.fleetdns.fleet.Verbatim;
import io.github.fleetdns.fleet.Zone;
import io.github.fleetdns.zone.CharacterStrings;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.ValueOrder;
import io.github.fleetdns.zone.Visibility;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Compiles a {@link Fleet} into the {@link HostedZone} that publishes it. */
public final class FleetCompiler {
  private final Fleet fleet;
  private final ZoneParts parts = new ZoneParts();

  private final EndpointContents contents;

  private FleetCompiler(Fleet fleet) {
    this.fleet = fleet;
    this.contents = new EndpointContents(fleet);
  }

  /**
   * The zone of a fleet; it may break rules, which {@code zone.rule} finds.
   *
   * @throws InvalidNameException if a name is no domain name
   * @throws IllegalArgumentException if a route leads to nothing, or back to itself
   */
  public static CompiledZone compile(Fleet fleet) {
    return new FleetCompiler(fleet).run();
  }

  /**
   * The services with a node, in their tree or in a pool that they use, whose name is no domain
   * name; and why. All of them in one go, as large as the fleet is.
   *
   * @throws IllegalArgumentException if a route leads to nothing, or back to itself
   */
  public static Map<String, InvalidNameException> unnameable(Fleet fleet) {
    RouteCompiler routes = new RouteCompiler(fleet, new EndpointContents(fleet), new ZoneParts());
    Map<String, InvalidNameException> unnameable = new LinkedHashMap<>();
    for (Service service : fleet.services()) {
      try {
        routes.addService(service);
      } catch (InvalidNameException e) {
        routes.forgetPools();
        unnameable.put(service.name(), e);
      }
    }
    return unnameable;
  }

  private CompiledZone run() {
    for (int i = 0; i < fleet.endpoints().size(); i++) {
      addEndpoint(i, fleet.endpoints().get(i));
    }
    RouteCompiler routes = new RouteCompiler(fleet, contents, parts);
    for (Service service : fleet.services()) {
      routes.addService(service);
    }
    for (int i = 0; i < fleet.records().size(); i++) {
      addRecord(i, fleet.records().get(i));
    }
    addVerbatim(fleet.verbatim());
    Map<String, String> tags = new LinkedHashMap<>(fleet.tags());
    tags.putAll(fleet.zone().tags());
    HostedZone zone =
        new HostedZone(
            fleet.zone().name(),
            fleet.zone().comment(),
            tags,
            visibility(fleet.zone()),
            parts.recordSets(),
            HealthChecks.of(fleet),
            parts.cidrCollections());
    return new CompiledZone(fleet, zone, parts.origins());
  }

  private void addVerbatim(Verbatim verbatim) {
    int index = fleet.records().size();
    for (RecordSet set : verbatim.recordSets()) {
      parts.add(
          set,
          new Origin.Stated(index++, IntStream.range(0, set.values().size()).boxed().toList()));
    }
    verbatim.collections().forEach(parts::add);
  }

  private static Visibility visibility(Zone zone) {
    return zone.visibility() instanceof Visibility.Private
        ? new Visibility.Private(zone.vpcs())
        : zone.visibility();
  }

  private void addEndpoint(int index, Endpoint endpoint) {
    DomainName name = fleet.zone().name().prepend(endpoint.name());
    long ttl = endpoint.ttl().orElse(fleet.ttl());
    if (!endpoint.published()) {
      return;
    }
    for (RecordType type : EndpointValues.TYPES) {
      contents
          .of(endpoint, type, ttl)
          .ifPresent(
              content ->
                  parts.add(
                      new RecordSet(name, type, Optional.empty(), content),
                      new Origin.Endpoint(index, EndpointValues.of(endpoint, type).positions())));
    }
  }

  private void addRecord(int index, PlainRecord record) {
    boolean text = record.type() == RecordType.TXT || record.type() == RecordType.SPF;
    List<String> values =
        text ? record.values().stream().map(FleetCompiler::quoted).toList() : record.values();
    parts.add(
        RecordSet.simple(
            nameOf(record.name(), fleet.zone().name()),
            record.type(),
            record.ttl().orElse(fleet.ttl()),
            values),
        new Origin.Stated(index, ValueOrder.positions(values)));
  }

  /**
   * The absolute name of a record or service: {@code "@"} is the zone, a final dot makes a name
   * absolute.
   *
   * @throws io.github.fleetdns.zone.InvalidNameException if it is no domain name
   */
  public static DomainName nameOf(String name, DomainName zone) {
    if (name.equals(PlainRecord.APEX)) {
      return zone;
    }
    return name.endsWith(".") ? DomainName.of(name) : zone.prepend(name);
  }

  /**
   * A text becomes quoted strings; what begins with a quote is the form of zone files already, and
   * left to the rules to judge, whatever stands between its strings.
   */
  private static String quoted(String text) {
    return text.startsWith("\"") ? CharacterStrings.spaced(text) : CharacterStrings.encode(text);
  }
}
