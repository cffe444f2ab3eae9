/**
 * Texts that users name: a file, a pipe, standard input. Each is read once, whole, and within a
 * stated size; what cannot be read is said in the same words everywhere.
 *
 * <p>Uses {@code problem} only. What a text means is for the rooms that read it.
 */
@NullMarked
package io.github.fleetdns.source;

import org.jspecify.annotations.NullMarked;
