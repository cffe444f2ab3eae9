/**
 * The start of jsii, in which CDKTF runs: Node.js, looked for and started while files are read; of
 * the AWS bindings only what is used; and a kernel in one process rather than two.
 *
 * <p>{@link io.github.fleetdns.jsii.QuickKernel} is its one door, {@link
 * io.github.fleetdns.jsii.MissingEnvironmentException} what may come out of it. Uses no other room,
 * and is the only one beside {@code terraform} that knows of CDKTF and jsii: how far it reaches
 * into them is in {@code docs/decisions/0009-inside-jsii.md}.
 */
@NullMarked
package io.github.fleetdns.jsii;

import org.jspecify.annotations.NullMarked;
