/**
 * Hosted zones out of Terraform, whoever wrote it: JSON configuration, and what {@code terraform
 * show -json} prints for a plan or a state.
 *
 * <p>Reads JSON and nothing else: no import of CDK for Terraform, which needs Node.js. Uses {@code
 * zone}, {@code problem} and, of {@code terraform}, the names that resources are given.
 */
@NullMarked
package io.github.fleetdns.terraform.read;

import org.jspecify.annotations.NullMarked;
