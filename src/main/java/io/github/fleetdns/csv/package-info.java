/**
 * Text in comma-separated values, with the place of every value.
 *
 * <p>Uses {@code source} and {@code problem} only.
 */
@NullMarked
package io.github.fleetdns.csv;

import org.jspecify.annotations.NullMarked;
