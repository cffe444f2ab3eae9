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
 * @param recordSets the record sets, in the author's order
 */
public record HostedZone(
    DomainName name, String comment, Map<String, String> tags, List<RecordSet> recordSets) {

  /** Copies the collections. */
  public HostedZone {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    recordSets = List.copyOf(recordSets);
  }
}
