/**
 * Tables of text, the one way in which every room lines up its columns.
 *
 * <p>Uses nothing.
 */
@NullMarked
package io.github.fleetdns.table;

import org.jspecify.annotations.NullMarked;
