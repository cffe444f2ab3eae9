package io.github.fleetdns.terraform.read;

import java.util.List;
import java.util.Optional;

/**
 * What a plan does to a resource of Route 53.
 *
 * @param address the resource's address
 * @param type its type, such as {@code aws_route53_record}
 * @param actions what Terraform does, in its words and order: {@code create}, {@code read}, {@code
 *     update}, {@code delete}, {@code no-op}, {@code forget}; both of delete and create is a
 *     replacement
 * @param previousAddress the address before, if the resource is moved
 * @param replacedBecauseOf the arguments that force a replacement, such as {@code set_identifier}
 * @param providerVersions the versions of the AWS provider that the configuration accepts, if it
 *     says; a plan does not hold the one that made it
 */
public record ResourceChange(
    String address,
    String type,
    List<String> actions,
    Optional<String> previousAddress,
    List<String> replacedBecauseOf,
    Optional<String> providerVersions) {

  /** Copies the lists. */
  public ResourceChange {
    actions = List.copyOf(actions);
    replacedBecauseOf = List.copyOf(replacedBecauseOf);
  }

  /** Whether the resource is destroyed and made anew. */
  public boolean replaces() {
    return actions.contains("delete") && actions.contains("create");
  }

  /** Whether a replacement destroys before it creates, so that there is none in between. */
  public boolean leavesGap() {
    return replaces() && actions.indexOf("delete") < actions.indexOf("create");
  }
}
