package io.github.fleetdns.answer;

import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.List;

/**
 * The record sets that Route 53 puts at the apex of every zone (route53.md#zone-defaults).
 *
 * <p>Route 53 assigns the name servers when it creates the zone, so that these are placeholders of
 * the right shape.
 */
public final class ZoneDefaults {
  /** The TTL of the SOA record, in seconds. */
  public static final long SOA_TTL = 900;

  /** The TTL of the NS records, in seconds. */
  public static final long NS_TTL = 172_800;

  private static final List<String> NAME_SERVERS =
      List.of(
          "ns-0.awsdns-00.com.",
          "ns-512.awsdns-00.net.",
          "ns-1024.awsdns-00.org.",
          "ns-1536.awsdns-00.co.uk.");

  private ZoneDefaults() {}

  /** The SOA and NS record sets that the zone has if it does not state its own. */
  public static List<RecordSet> of(HostedZone zone) {
    return List.of(
        RecordSet.simple(
            zone.name(),
            RecordType.SOA,
            SOA_TTL,
            List.of(
                NAME_SERVERS.get(0) + " awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400")),
        RecordSet.simple(zone.name(), RecordType.NS, NS_TTL, NAME_SERVERS));
  }
}
