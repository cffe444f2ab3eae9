package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Resources of Route 53 that are no part of what a zone answers: said once, not dropped. */
final class Besides {
  /** What is read. */
  static final Set<String> READ =
      Set.of(
          "aws_route53_zone",
          "aws_route53_record",
          "aws_route53_records_exclusive",
          "aws_route53_health_check",
          "aws_route53_cidr_collection",
          "aws_route53_cidr_location",
          "aws_route53_zone_association",
          "aws_route53_traffic_policy",
          "aws_route53_traffic_policy_instance");

  /** What a zone has beside its answers; fleetdns writes these itself. */
  static final Set<String> OF_ZONE =
      Set.of(
          "aws_route53_delegation_set",
          "aws_route53_hosted_zone_dnssec",
          "aws_route53_key_signing_key",
          "aws_route53_query_log",
          "aws_route53_vpc_association_authorization");

  private Besides() {}

  /** One sentence about all of them; empty if there are none. */
  static Optional<Problem> problem(List<Resource> resources) {
    List<Resource> beside =
        resources.stream()
            .filter(r -> !r.data() && r.type().startsWith("aws_route53"))
            .filter(r -> !READ.contains(r.type()) && !OF_ZONE.contains(r.type()))
            .toList();
    if (beside.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Long> counts =
        beside.stream()
            .collect(Collectors.groupingBy(Resource::type, TreeMap::new, Collectors.counting()));
    String all =
        counts.entrySet().stream()
            .map(count -> count.getKey() + " (" + count.getValue() + ")")
            .collect(Collectors.joining(", "));
    return Optional.of(
        Problem.warning(
            beside.get(0).at(),
            ReadRules.BESIDE,
            "not part of what a zone answers, and not looked at: " + all + resolver(counts)));
  }

  private static String resolver(Map<String, Long> counts) {
    return counts.containsKey("aws_route53_resolver_rule")
        ? "; in a VPC a Resolver rule for a name comes before every zone"
        : "";
  }
}
