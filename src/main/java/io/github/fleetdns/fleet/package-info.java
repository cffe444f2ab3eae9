/**
 * What the user asks for: a fleet of servers, and the zone they are published in.
 *
 * <p>Plain immutable data that says nothing of files or Terraform JSON. Uses {@code zone} for the
 * vocabulary of DNS: names, addresses, record types.
 */
@NullMarked
package io.github.fleetdns.fleet;

import org.jspecify.annotations.NullMarked;
