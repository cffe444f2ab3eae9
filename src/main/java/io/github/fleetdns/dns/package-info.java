/**
 * The wire: a DNS server that answers as Route 53 would from hosted zones.
 *
 * <p>What the answers are is decided by {@code answer}; here they are drawn, written and sent, and
 * clients are told apart. There is one way from packet to packet ({@code QueryHandler}): dnsjava
 * reads the query, its plan is looked up, and what was drawn of it is copied. Uses {@code answer},
 * {@code geo}, {@code zone}, {@code table} and {@code problem}.
 */
@NullMarked
package io.github.fleetdns.dns;

import org.jspecify.annotations.NullMarked;
