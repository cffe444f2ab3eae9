package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.TerraformElement;
import java.util.Map;

/**
 * What Terraform has no argument for and the model has, left where Terraform JSON keeps comments
 * ({@code "//"}), so that {@code terraform.read} gives the same zone back. Those of a resource are
 * taken by CDKTF's metadata; its {@code lifecycle} has comments of its own.
 *
 * <p>Most elements need none: the name of a zone that is looked up by its id does, and the service
 * of an alias whose DNS name does not tell.
 */
final class ReadingMark {
  private ReadingMark() {}

  static void on(TerraformElement element, Map<String, ?> unsaid) {
    argument(unsaid).forEach(element::addOverride);
  }

  /** The argument of a resource that has no other lifecycle. */
  static Map<String, Object> argument(Map<String, ?> unsaid) {
    return Map.of("lifecycle", Map.of("//", Map.of("fleetdns", unsaid)));
  }
}
