package io.github.fleetdns.zone;

import java.util.Optional;

/**
 * A record set's part in the routing of its group.
 *
 * @param setIdentifier tells it from the others of the group; 1–128 characters in Route 53
 * @param policy when it is chosen
 * @param healthCheck the name of the health check, among the zone's, that must be healthy
 */
public record Routing(String setIdentifier, RoutingPolicy policy, Optional<String> healthCheck) {}
