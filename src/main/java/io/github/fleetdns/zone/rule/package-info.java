/**
 * What Route 53 refuses, and what works but surprises: one named rule each, run on a {@link
 * io.github.fleetdns.zone.HostedZone} wherever it came from.
 *
 * <p>Uses {@code zone} and {@code problem}. Severity follows the evidence: an error for what the
 * API is known to refuse, a warning for what is inferred, nothing for what is unverified.
 */
@NullMarked
package io.github.fleetdns.zone.rule;

import org.jspecify.annotations.NullMarked;
