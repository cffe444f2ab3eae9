package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.providers.aws.data_aws_route53_zone.DataAwsRoute53Zone;
import com.hashicorp.cdktf.providers.aws.route53_zone.Route53Zone;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * References to a hosted zone, whether the stack creates it or looks it up.
 *
 * <p>Every property read from a construct is a round trip to node: the id, which every record
 * needs, is read once, the others when they are asked for.
 */
final class ZoneHandle {
  private final Optional<Route53Zone> created;
  private final String zoneId;
  private final Supplier<String> name;
  private final Supplier<String> arn;
  private final Supplier<List<String>> nameServers;
  private final Optional<String> dsRecord;

  private ZoneHandle(
      Optional<Route53Zone> created,
      String zoneId,
      Supplier<String> name,
      Supplier<String> arn,
      Supplier<List<String>> nameServers,
      Optional<String> dsRecord) {
    this.created = created;
    this.zoneId = zoneId;
    this.name = name;
    this.arn = arn;
    this.nameServers = nameServers;
    this.dsRecord = dsRecord;
  }

  static ZoneHandle of(Route53Zone zone) {
    return new ZoneHandle(
        Optional.of(zone),
        zone.getZoneId(),
        zone::getName,
        zone::getArn,
        zone::getNameServers,
        Optional.empty());
  }

  static ZoneHandle of(DataAwsRoute53Zone zone) {
    return new ZoneHandle(
        Optional.empty(),
        zone.getZoneId(),
        zone::getName,
        zone::getArn,
        zone::getNameServers,
        Optional.empty());
  }

  /** The same zone, signed by a key with this DS record. */
  ZoneHandle withDsRecord(String record) {
    return new ZoneHandle(created, zoneId, name, arn, nameServers, Optional.of(record));
  }

  /** The zone's resource, if the stack creates it. */
  Optional<Route53Zone> created() {
    return created;
  }

  String zoneId() {
    return zoneId;
  }

  String name() {
    return name.get();
  }

  String arn() {
    return arn.get();
  }

  List<String> nameServers() {
    return nameServers.get();
  }

  /** The DS record that the parent zone must have, if the stack signs the zone. */
  Optional<String> dsRecord() {
    return dsRecord;
  }
}
