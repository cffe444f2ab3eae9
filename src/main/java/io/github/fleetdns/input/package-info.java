/**
 * What commands are given as FILE: fleet files and Terraform, told apart by content, as hosted
 * zones with the servers behind them. A new form of input is a {@code Format}.
 *
 * <p>Uses {@code config}, {@code compile}, {@code terraform.read} and the models.
 */
@NullMarked
package io.github.fleetdns.input;

import org.jspecify.annotations.NullMarked;
