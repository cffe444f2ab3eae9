/**
 * What Route 53 holds: hosted zones, record sets, names, types and values, as plain immutable data.
 *
 * <p>Uses nothing of fleetdns. Value formats are read with dnsjava. The rules that Route 53
 * enforces on these values are in {@link io.github.fleetdns.zone.rule}.
 */
@NullMarked
package io.github.fleetdns.zone;

import org.jspecify.annotations.NullMarked;
