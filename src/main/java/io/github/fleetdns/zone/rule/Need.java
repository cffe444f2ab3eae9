package io.github.fleetdns.zone.rule;

/** What a rule has to know to judge; a rule does not judge what it lacks this of. */
public enum Need {
  /** The TTLs of a group. */
  TTL,
  /** The values of a group. */
  VALUES,
  /** What the aliases of a group lead to. */
  TARGET,
  /** Which health checks the record sets of a group have. */
  HEALTH_CHECK,
  /** The set identifiers of a group. */
  SET_IDENTIFIER,
  /** Every record set of the group that it judges. */
  GROUP,
  /** Every record set of the zone. */
  ALL_RECORDS,
  /** Every use of a health check. */
  USES,
  /** Every health check of the zone. */
  ALL_CHECKS,
  /** The name of the zone. */
  ZONE_NAME
}
