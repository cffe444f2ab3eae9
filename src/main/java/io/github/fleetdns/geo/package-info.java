/**
 * Where things are on the map: countries and states with the people who live there, AWS regions and
 * Local Zones, and how long a packet takes between two points.
 *
 * <p>Uses {@code zone} and {@code csv} only. The data lies in {@code src/main/resources/geo}, each
 * file with its source, year and licence; docs/geography.md says what it is good for.
 */
@NullMarked
package io.github.fleetdns.geo;

import org.jspecify.annotations.NullMarked;
