/**
 * What is wrong and where: the one shape in which every room tells a user about a mistake.
 *
 * <p>Uses nothing.
 */
@NullMarked
package io.github.fleetdns.problem;

import org.jspecify.annotations.NullMarked;
