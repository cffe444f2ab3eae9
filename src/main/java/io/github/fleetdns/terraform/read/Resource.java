package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Location;
import java.util.Optional;

/**
 * An instance of a resource or data source.
 *
 * @param address its address, such as {@code module.dns["a"].aws_route53_record.api[0]}
 * @param data whether it is a data source
 * @param type its type, such as {@code aws_lb}
 * @param name its name in its module
 * @param values its arguments and attributes, as far as they are known
 * @param region the region of its provider, if that is known
 */
record Resource(
    String address,
    boolean data,
    String type,
    String name,
    Node.Obj values,
    Optional<String> region) {

  /** Its own region, which provider 6 lets a resource have, else that of its provider. */
  @Override
  public Optional<String> region() {
    return get("region").text().or(() -> region);
  }

  Location at() {
    return values.at();
  }

  Node get(String attribute) {
    return values.get(attribute);
  }

  /** What fleetdns has written beside it that Terraform has no argument for. */
  Node mark() {
    return values.get("lifecycle").get("//").get("fleetdns");
  }

  boolean is(String wanted) {
    return !data && type.equals(wanted);
  }
}
