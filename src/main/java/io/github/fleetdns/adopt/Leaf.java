package io.github.fleetdns.adopt;

import io.github.fleetdns.fleet.AliasedResource;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AliasZoneIds;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.IpAddress;
import io.github.fleetdns.zone.LoadBalancerZones;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.S3WebsiteZones;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the record sets of one member answer, as the target of an endpoint. */
final class Leaf {
  private static final String S3_WEBSITE = "s3-website";

  private Leaf() {}

  /**
   * The target; empty if no endpoint answers so.
   *
   * @param zone the zone, to which the names of its own records are relative
   */
  static Optional<Target> target(Map<RecordType, Content> contents, DomainName zone) {
    Content first = contents.values().iterator().next();
    return first.match(values -> values(contents), alias -> alias(alias, contents.keySet(), zone));
  }

  private static Optional<Target> values(Map<RecordType, Content> contents) {
    List<IpAddress> addresses = new ArrayList<>();
    Map<RecordType, List<String>> values = new LinkedHashMap<>();
    contents.forEach(
        (type, content) ->
            values.put(type, content.match(Content.Values::values, alias -> List.of())));
    if (values.containsKey(RecordType.CNAME)) {
      List<String> names = values.get(RecordType.CNAME);
      try {
        return names.size() == 1 && values.size() == 1
            ? Optional.of(new Target.Hostname(DomainName.of(names.get(0))))
            : Optional.empty();
      } catch (InvalidNameException e) {
        return Optional.empty();
      }
    }
    for (List<String> texts : values.values()) {
      for (String text : texts) {
        Optional<IpAddress> address = IpAddress.parse(text);
        if (address.isEmpty()) {
          return Optional.empty();
        }
        addresses.add(address.get());
      }
    }
    return addresses.isEmpty() ? Optional.empty() : Optional.of(new Target.Addresses(addresses));
  }

  private static Optional<Target> alias(
      Content.Alias alias, java.util.Set<RecordType> types, DomainName zone) {
    boolean evaluates = alias.evaluateTargetHealth();
    Optional<AliasedResource> resource =
        alias
            .target()
            .match(
                same -> Optional.of(new AliasedResource.OtherRecord(relative(same.name(), zone))),
                Leaf::resource,
                balancer ->
                    Optional.of(
                        new AliasedResource.NamedLoadBalancer(
                            balancer.name(), Optional.of(balancer.region()))),
                reference -> Optional.empty());
    boolean record = resource.filter(AliasedResource.OtherRecord.class::isInstance).isPresent();
    if (types.contains(RecordType.CNAME) ? !record : !record && !types.contains(RecordType.A)) {
      return Optional.empty();
    }
    boolean ipv6 = types.contains(RecordType.AAAA);
    return resource.map(
        found ->
            new Target.Alias(
                found,
                record || ipv6 == found.ipv6ByDefault() ? Optional.empty() : Optional.of(ipv6),
                evaluates == found.evaluatesByDefault()
                    ? Optional.empty()
                    : Optional.of(evaluates)));
  }

  /** A name as endpoints and services are named: {@code "@"} is the zone itself. */
  static String relative(DomainName name, DomainName zone) {
    if (!name.isWithin(zone)) {
      return name + ".";
    }
    String relative = name.relativeTo(zone);
    return relative.isEmpty() ? "@" : relative;
  }

  private static Optional<AliasedResource> resource(AliasTarget.AwsResource resource) {
    String name = resource.dnsName();
    String id = resource.hostedZoneId();
    return switch (resource.service()) {
      case LOAD_BALANCER ->
          LoadBalancerZones.place(name).isPresent()
              ? Optional.of(new AliasedResource.LoadBalancer(name, id))
              : Optional.empty();
      case CLOUDFRONT ->
          id.equals(AliasZoneIds.CLOUDFRONT) && name.endsWith(".cloudfront.net")
              ? Optional.of(new AliasedResource.CloudFront(name))
              : Optional.empty();
      case GLOBAL_ACCELERATOR ->
          id.equals(AliasZoneIds.GLOBAL_ACCELERATOR) && name.endsWith(".awsglobalaccelerator.com")
              ? Optional.of(new AliasedResource.GlobalAccelerator(name))
              : Optional.empty();
      case API_GATEWAY -> Optional.of(new AliasedResource.ApiGateway(name, id));
      case VPC_ENDPOINT -> Optional.of(new AliasedResource.VpcEndpoint(name, id));
      case S3_WEBSITE -> website(name, id);
      default -> Optional.empty();
    };
  }

  private static Optional<AliasedResource> website(String name, String id) {
    String rest = name.startsWith(S3_WEBSITE) ? name.substring(S3_WEBSITE.length() + 1) : "";
    String region = rest.replaceFirst("\\.amazonaws\\.com(\\.cn)?$", "");
    if (!region.matches("[a-z]{2,}(-[a-z]+)+-\\d+")
        || !S3WebsiteZones.dnsName(region).equals(name)) {
      return Optional.empty();
    }
    boolean known = S3WebsiteZones.id(region).equals(Optional.of(id));
    return Optional.of(
        new AliasedResource.S3Website(
            Optional.of(region), Optional.empty(), known ? Optional.empty() : Optional.of(id)));
  }
}
