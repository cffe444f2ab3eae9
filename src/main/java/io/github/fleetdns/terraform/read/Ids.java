package io.github.fleetdns.terraform.read;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * By what Route 53 knows the parts of a zone that exist, as far as the input says so.
 *
 * @param comment the zone's comment as it stands; empty if the input does not say
 * @param checks the ids of health checks, by name
 * @param checkTags all the tags of health checks, by name; of those that the input tells the tags
 *     of
 * @param collections the ids of CIDR collections, by name
 */
public record Ids(
    Optional<String> comment,
    Map<String, String> checks,
    Map<String, Map<String, String>> checkTags,
    Map<String, String> collections) {
  /** Nothing is known. */
  public static final Ids NONE = new Ids(Optional.empty(), Map.of(), Map.of(), Map.of());

  /** Copies the maps. */
  public Ids {
    checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
    checkTags = Collections.unmodifiableMap(new LinkedHashMap<>(checkTags));
    collections = Collections.unmodifiableMap(new LinkedHashMap<>(collections));
  }
}
