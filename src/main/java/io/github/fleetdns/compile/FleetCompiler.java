package io.github.fleetdns.compile;

import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.PlainRecord;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.zone.CharacterStrings;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.IpAddress;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles a {@link Fleet} into the {@link HostedZone} that publishes it. */
public final class FleetCompiler {
  private final Fleet fleet;
  private final List<RecordSet> sets = new ArrayList<>();
  private final List<Origin> origins = new ArrayList<>();

  private FleetCompiler(Fleet fleet) {
    this.fleet = fleet;
  }

  /**
   * The zone of a fleet; it may break rules, which {@code zone.rule} finds.
   *
   * @throws io.github.fleetdns.zone.InvalidNameException if a record's name is no domain name
   */
  public static CompiledZone compile(Fleet fleet) {
    return new FleetCompiler(fleet).run();
  }

  private CompiledZone run() {
    for (int i = 0; i < fleet.endpoints().size(); i++) {
      addEndpoint(i, fleet.endpoints().get(i));
    }
    for (int i = 0; i < fleet.records().size(); i++) {
      addRecord(i, fleet.records().get(i));
    }
    Map<String, String> tags = new LinkedHashMap<>(fleet.tags());
    tags.putAll(fleet.zone().tags());
    HostedZone zone = new HostedZone(fleet.zone().name(), fleet.zone().comment(), tags, sets);
    return new CompiledZone(zone, origins);
  }

  private void addEndpoint(int index, Endpoint endpoint) {
    DomainName name = fleet.zone().name().prepend(endpoint.name());
    long ttl = endpoint.ttl().orElse(fleet.ttl());
    Target target = endpoint.target();
    if (target instanceof Target.Addresses addresses) {
      addAddresses(index, name, RecordType.A, ttl, addresses.addresses());
      addAddresses(index, name, RecordType.AAAA, ttl, addresses.addresses());
    } else if (target instanceof Target.Hostname hostname) {
      sets.add(new RecordSet(name, RecordType.CNAME, ttl, List.of(hostname.hostname().toString())));
      origins.add(new Origin.Endpoint(index, List.of(0)));
    }
  }

  private void addAddresses(
      int index, DomainName name, RecordType type, long ttl, List<IpAddress> addresses) {
    List<String> values = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < addresses.size(); i++) {
      if (addresses.get(i).recordType() == type) {
        values.add(addresses.get(i).toString());
        positions.add(i);
      }
    }
    if (!values.isEmpty()) {
      sets.add(new RecordSet(name, type, ttl, values));
      origins.add(new Origin.Endpoint(index, positions));
    }
  }

  private void addRecord(int index, PlainRecord record) {
    boolean text = record.type() == RecordType.TXT || record.type() == RecordType.SPF;
    List<String> values =
        text ? record.values().stream().map(FleetCompiler::quoted).toList() : record.values();
    sets.add(
        new RecordSet(
            nameOf(record, fleet.zone().name()),
            record.type(),
            record.ttl().orElse(fleet.ttl()),
            values));
    origins.add(new Origin.Stated(index));
  }

  /**
   * The absolute name of a record.
   *
   * @throws io.github.fleetdns.zone.InvalidNameException if it is no domain name
   */
  public static DomainName nameOf(PlainRecord record, DomainName zone) {
    if (record.name().equals(PlainRecord.APEX)) {
      return zone;
    }
    return record.name().endsWith(".") ? DomainName.of(record.name()) : zone.prepend(record.name());
  }

  /**
   * A text becomes quoted strings; what begins with a quote is the form of zone files already, and
   * left to the rules to judge.
   */
  private static String quoted(String text) {
    return text.startsWith("\"") ? text : CharacterStrings.encode(text);
  }
}
