/**
 * The wire: a DNS server that answers as Route 53 would from hosted zones.
 *
 * <p>What the answers are is decided by {@code answer}; here they are drawn, written and sent, and
 * clients are told apart. Wire format by dnsjava; the most frequent shape of query takes a shorter
 * way ({@link io.github.fleetdns.dns.FastPath}) that gives the same bytes. Uses {@code answer},
 * {@code geo}, {@code zone} and {@code problem}.
 */
@NullMarked
package io.github.fleetdns.dns;

import org.jspecify.annotations.NullMarked;
