package io.github.fleetdns;

import io.github.fleetdns.fleet.AliasedResource;
import io.github.fleetdns.fleet.Load;
import io.github.fleetdns.fleet.Monitoring;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.zone.AlarmMetric;
import io.github.fleetdns.zone.HealthCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random aliases to AWS resources, loads and monitoring. */
final class RandomTargets {
  private RandomTargets() {}

  static Arbitrary<Target> aliases() {
    Arbitrary<Optional<Boolean>> maybe = Arbitraries.of(true, false).optional();
    return Combinators.combine(resources(), maybe, maybe).as(RandomTargets::alias);
  }

  /** Leaves out what the resource does not take. */
  private static Target alias(
      AliasedResource resource, Optional<Boolean> ipv6, Optional<Boolean> health) {
    return new Target.Alias(
        resource,
        ipv6.filter(on -> !on || !(resource instanceof AliasedResource.S3Website)),
        health.filter(on -> !on || !(resource instanceof AliasedResource.CloudFront)));
  }

  private static Arbitrary<AliasedResource> resources() {
    Arbitrary<String> labels =
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8);
    Optional<String> region = Optional.of("eu-west-1");
    Optional<String> none = Optional.empty();
    return labels.flatMap(
        label ->
            Arbitraries.of(
                new AliasedResource.LoadBalancer(
                    label + "-1.eu-central-1.elb.amazonaws.com", "Z215JYRZR1TBD5"),
                new AliasedResource.LoadBalancer(
                    label + "-1.elb.moon-north-1.amazonaws.com", "Z0MOON"),
                new AliasedResource.NamedLoadBalancer(label, region),
                new AliasedResource.CloudFront(label + ".cloudfront.net"),
                new AliasedResource.GlobalAccelerator(label + ".awsglobalaccelerator.com"),
                new AliasedResource.GlobalAccelerator(
                    label + ".dualstack.awsglobalaccelerator.com"),
                new AliasedResource.ApiGateway(label + ".example.net", "Z1U9ULNL0V5AJ3"),
                new AliasedResource.VpcEndpoint(label + ".example.net", "Z273ZU8SZ5RJPC"),
                new AliasedResource.S3Website(region, none, none),
                new AliasedResource.S3Website(region, Optional.of(label), none),
                new AliasedResource.S3Website(
                    Optional.of("eu-south-1"), none, Optional.of("Z3IXVV8C73GIO3"))));
  }

  static Arbitrary<Load> loads() {
    Arbitrary<Map<String, String>> dimensions =
        Arbitraries.maps(
                Arbitraries.of("InstanceId", "QueueName", "1"),
                Arbitraries.of("i-1", "yes", "${x}"))
            .ofMaxSize(3);
    Arbitrary<AlarmMetric> metrics =
        Combinators.combine(
                dimensions,
                Arbitraries.of(AlarmMetric.Statistic.class),
                Arbitraries.of(60, 300, 3600),
                Arbitraries.oneOf(
                    Arbitraries.of(0.0, 85.0, -1.5, 1e300, 0.1, -0.0), Arbitraries.doubles()),
                Arbitraries.of(AlarmMetric.Comparison.class),
                Arbitraries.integers().between(1, 24))
            .as(
                (names, statistic, period, threshold, comparison, periods) ->
                    new AlarmMetric(
                        "AWS/EC2",
                        "CPU",
                        names,
                        statistic,
                        period,
                        threshold,
                        comparison,
                        periods));
    return Combinators.combine(metrics, Arbitraries.of(HealthCheck.InsufficientData.class))
        .as(Load::new);
  }

  static Arbitrary<Monitoring> monitoring() {
    Arbitrary<Optional<Monitoring.Notify>> notify =
        Arbitraries.<Monitoring.Notify>of(
                new Monitoring.Topic("arn:aws:sns:us-east-1:123456789012:oncall"),
                new Monitoring.Email(List.of("oncall@example.com")),
                new Monitoring.Email(List.of("a@example.com", "b@example.com")))
            .optional();
    return Combinators.combine(notify, Arbitraries.of(true, false)).as(Monitoring::new);
  }
}
