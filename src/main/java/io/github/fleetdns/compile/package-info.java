/**
 * Turns what the user asks for into what Route 53 holds: {@code Fleet} → {@code HostedZone}.
 *
 * <p>Uses {@code fleet} and {@code zone}. The only place that decides names, types and values of
 * record sets.
 */
@NullMarked
package io.github.fleetdns.compile;

import org.jspecify.annotations.NullMarked;
