/**
 * The way from one zone to another: the calls that Terraform will make, every order that they may
 * come in, and whether Route 53 takes them in each.
 *
 * <p>Terraform changes one record set per call of the API, and Route 53 holds every moment to its
 * rules. Uses {@code zone} alone; knows nothing of files, Terraform's JSON or text.
 */
@NullMarked
package io.github.fleetdns.change;

import org.jspecify.annotations.NullMarked;
