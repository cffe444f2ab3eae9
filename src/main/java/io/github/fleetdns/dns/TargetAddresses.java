package io.github.fleetdns.dns;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.IpAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * The addresses of AWS resources, as far as a user gave them: a rehearsal needs some that answer.
 *
 * <p>A resource is called by its DNS name, with or without {@code dualstack.}; by its name if
 * Terraform looks it up; and by the Terraform expression, with or without {@code ${…}}, if it is
 * created together with the zone.
 */
final class TargetAddresses {
  private final Map<String, List<IpAddress>> given;

  TargetAddresses(Map<String, List<IpAddress>> given) {
    this.given = new LinkedHashMap<>(given);
  }

  /** Its DNS name, if that is known before Terraform applies. */
  static Optional<Name> dnsName(AliasTarget target) {
    if (!(target instanceof AliasTarget.AwsResource resource)) {
      return Optional.empty();
    }
    try {
      return Optional.of(WireNames.of(DomainName.of(resource.dnsName())));
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }

  /** The records of the type with the given addresses; empty if none were given at all. */
  Optional<List<Record>> of(AliasTarget target, Name owner, int type) {
    Optional<List<IpAddress>> addresses =
        given.entrySet().stream()
            .filter(one -> target.isCalled(one.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    return addresses.map(
        some ->
            some.stream()
                .filter(address -> Type.value(address.recordType().name()) == type)
                .flatMap(
                    address ->
                        ResourceRecords.of(
                            owner, address.recordType(), Planner.RESOURCE_TTL, address.toString())
                            .stream())
                .toList());
  }
}
