package io.github.fleetdns.terraform;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.RecordSet;

/** Which Terraform resource a record set of a fleet is. */
public final class RecordAddress {
  private RecordAddress() {}

  /** The address, such as {@code aws_route53_record.api-record}. */
  public static String of(RecordSet.Key key, DomainName zone) {
    return "aws_route53_record." + ResourceNames.of(key, zone);
  }
}
