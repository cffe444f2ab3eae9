package io.github.fleetdns.zone;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A hosted zone as Route 53 would hold it: the waist that everything in fleetdns passes through.
 *
 * <p>A zone may break Route 53's rules, for only then can {@link
 * io.github.fleetdns.zone.rule.Rules} say how.
 *
 * @param name the zone's apex
 * @param comment the comment, at most 256 characters in Route 53
 * @param tags the tags of the zone, in the author's order
 * @param visibility who it answers
 * @param recordSets the record sets, in the author's order
 * @param healthChecks the health checks by name, in the author's order
 * @param cidrCollections the collections of address blocks that CIDR routing refers to
 * @param unknowns what of it is not known
 */
public record HostedZone(
    DomainName name,
    String comment,
    Map<String, String> tags,
    Visibility visibility,
    List<RecordSet> recordSets,
    Map<String, HealthCheck> healthChecks,
    List<CidrCollection> cidrCollections,
    Unknowns unknowns) {

  /** Copies the collections. */
  public HostedZone {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    recordSets = List.copyOf(recordSets);
    healthChecks = Collections.unmodifiableMap(new LinkedHashMap<>(healthChecks));
    cidrCollections = List.copyOf(cidrCollections);
  }

  /** A zone of which everything is known. */
  public HostedZone(
      DomainName name,
      String comment,
      Map<String, String> tags,
      Visibility visibility,
      List<RecordSet> recordSets,
      Map<String, HealthCheck> healthChecks,
      List<CidrCollection> cidrCollections) {
    this(name, comment, tags, visibility, recordSets, healthChecks, cidrCollections, Unknowns.NONE);
  }

  /** Whether it answers some networks only. */
  public boolean isPrivate() {
    return visibility instanceof Visibility.Private;
  }

  /** A public zone of record sets alone. */
  public static HostedZone of(DomainName name, List<RecordSet> recordSets) {
    return new HostedZone(
        name, "", Map.of(), new Visibility.Public(), recordSets, Map.of(), List.of());
  }
}
