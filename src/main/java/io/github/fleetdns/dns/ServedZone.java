package io.github.fleetdns.dns;

import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Resolver;
import io.github.fleetdns.answer.Situation;
import io.github.fleetdns.answer.ZoneDefaults;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;

/** A zone as the server needs it, whatever is down. */
final class ServedZone {
  private final HostedZone zone;
  private final Name apex;
  private final Resolver resolver;
  private final Map<RecordSet.Group, List<RecordSet>> groups;
  private final List<Record> nameServers;
  private final SOARecord negative;

  private ServedZone(HostedZone zone) {
    this.zone = zone;
    this.apex = WireNames.of(zone.name());
    this.resolver = Resolver.of(zone);
    this.groups = zone.recordSets().stream().collect(Collectors.groupingBy(RecordSet::group));
    List<RecordSet> defaults = ZoneDefaults.of(zone);
    this.nameServers = atApex(RecordType.NS, defaults);
    SOARecord soa = (SOARecord) atApex(RecordType.SOA, defaults).get(0);
    // What resolvers keep of a negative answer (RFC 2308 section 5, route53.md#negative).
    this.negative = (SOARecord) withTtl(soa, Math.min(soa.getTTL(), soa.getMinimum()));
  }

  /** Serves a zone. */
  static ServedZone of(HostedZone zone) {
    return new ServedZone(zone);
  }

  private List<Record> atApex(RecordType type, List<RecordSet> defaults) {
    return Stream.concat(
            groups.getOrDefault(new RecordSet.Group(zone.name(), type), List.of()).stream(),
            defaults.stream().filter(set -> set.type() == type))
        .map(set -> ResourceRecords.of(apex, type, set.ttl().orElse(0), set.values()))
        .filter(records -> !records.isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static Record withTtl(Record record, long ttl) {
    return Record.newRecord(
        record.getName(), record.getType(), record.getDClass(), ttl, record.rdataToWireCanonical());
  }

  /** The zone. */
  HostedZone zone() {
    return zone;
  }

  /** Its name on the wire. */
  Name apex() {
    return apex;
  }

  /** The zone while something is down. */
  Situation under(Outages outages) {
    // Of several zones each has its own checks.
    return resolver.under(outages.within(zone));
  }

  /** The NS records of the apex. */
  List<Record> nameServers() {
    return nameServers;
  }

  /** The SOA record of negative answers, with their TTL. */
  Record negative() {
    return negative;
  }

  /** The addresses of a server of a delegated zone, which the answer to its name does not give. */
  List<Record> glue(Name owner, DomainName name) {
    return Stream.of(RecordType.A, RecordType.AAAA)
        .flatMap(
            type ->
                groups.getOrDefault(new RecordSet.Group(name, type), List.of()).stream()
                    .filter(set -> set.routing().isEmpty())
                    .flatMap(
                        set ->
                            ResourceRecords.of(owner, type, set.ttl().orElse(0), set.values())
                                .stream()))
        .toList();
  }
}
