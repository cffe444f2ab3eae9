/**
 * What a text becomes where it is shown: on a terminal, in Markdown, in HTML, in a shell. Each
 * output has one encoder here, and none is written to but through it.
 *
 * <p>Uses no other room.
 */
@NullMarked
package io.github.fleetdns.text;

import org.jspecify.annotations.NullMarked;
