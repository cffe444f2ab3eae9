/**
 * Hosted zones as Terraform: the CDK for Terraform constructs and stacks, and writing them out.
 *
 * <p>The only room that imports {@code com.hashicorp} and {@code software.constructs}, beside
 * {@code jsii}, which starts them: CDKTF is archived upstream, and moving to a fork is a matter of
 * these two rooms' imports. Uses {@code fleet}, {@code compile}, {@code jsii} and {@code zone}, and
 * {@code change}, which it tells what resources a stack has.
 */
@NullMarked
package io.github.fleetdns.terraform;

import org.jspecify.annotations.NullMarked;
