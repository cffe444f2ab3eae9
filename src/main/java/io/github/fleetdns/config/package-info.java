/**
 * Fleet files: fleet.yaml ⇄ {@link io.github.fleetdns.fleet.Fleet}, and every problem of a file
 * with its line and column.
 *
 * <p>A file is read in steps, each of which reports everything it finds and goes on with what is
 * usable: syntax, shape (fleet.schema.json), meaning, and Route 53's rules on the compiled zone.
 * Uses {@code fleet}, {@code compile}, {@code zone}, {@code source} and {@code problem}.
 */
@NullMarked
package io.github.fleetdns.config;

import org.jspecify.annotations.NullMarked;
