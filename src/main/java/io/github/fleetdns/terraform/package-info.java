/**
 * Hosted zones as Terraform: the CDK for Terraform constructs and stacks, and writing them out.
 *
 * <p>The only room that imports {@code com.hashicorp}, {@code software.constructs} and {@code
 * software.amazon.jsii}: CDKTF is archived upstream, and moving to a fork is a matter of this
 * room's imports. Uses {@code fleet}, {@code compile} and {@code zone}.
 */
@NullMarked
package io.github.fleetdns.terraform;

import org.jspecify.annotations.NullMarked;
