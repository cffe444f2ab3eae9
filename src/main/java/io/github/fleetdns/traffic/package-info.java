/**
 * Where a population's traffic goes, normally and with something lost; what that means for
 * capacity, for clients and for data residency; and what a change of the zone moves.
 *
 * <p>Nothing here resolves on its own: every share comes from {@code answer}. Uses {@code answer},
 * {@code geo}, {@code zone}, and {@code source} and {@code problem} for files of clients.
 */
@NullMarked
package io.github.fleetdns.traffic;

import org.jspecify.annotations.NullMarked;
