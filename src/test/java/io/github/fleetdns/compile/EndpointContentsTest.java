package io.github.fleetdns.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.fleetdns.fleet.AliasedResource;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.PlainRecord;
import io.github.fleetdns.fleet.Route;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndpointContentsTest {
  private static final Optional<String> NONE = Optional.empty();

  @Test
  void aLoadBalancerIsAnAliasWhoseHealthCounts() {
    AliasedResource resource = new AliasedResource.LoadBalancer("x.elb.amazonaws.com", "Z1");
    assertThat(contents(resource))
        .containsExactly(
            new Content.Alias(
                new AliasTarget.AwsResource(AwsService.LOAD_BALANCER, "x.elb.amazonaws.com", "Z1"),
                true));
  }

  @Test
  void aNamedLoadBalancerIsLookedUpInTheEndpointsRegionOrItsOwn() {
    AliasedResource near = new AliasedResource.NamedLoadBalancer("alb", NONE);
    AliasedResource far = new AliasedResource.NamedLoadBalancer("alb", Optional.of("eu-west-1"));
    assertThat(contents(near))
        .containsExactly(
            new Content.Alias(new AliasTarget.LookedUpLoadBalancer("alb", "us-east-1"), true));
    assertThat(contents(far))
        .containsExactly(
            new Content.Alias(new AliasTarget.LookedUpLoadBalancer("alb", "eu-west-1"), true));
  }

  @Test
  void aNamedLoadBalancerNeedsARegion() {
    Target target = Target.alias(new AliasedResource.NamedLoadBalancer("alb", NONE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compile(Endpoint.to("x", target)))
        .withMessageContaining("no region");
  }

  @Test
  void cloudFrontHasIpv6AndNoHealth() {
    Content alias =
        new Content.Alias(
            new AliasTarget.AwsResource(
                AwsService.CLOUDFRONT, "d1.cloudfront.net", "Z2FDTNDATAQYW2"),
            false);
    assertThat(contents(new AliasedResource.CloudFront("d1.cloudfront.net")))
        .containsExactly(alias, alias);
  }

  @Test
  void onlyADualStackAcceleratorNameHasIpv6() {
    assertThat(contents(new AliasedResource.GlobalAccelerator("a.awsglobalaccelerator.com")))
        .hasSize(1);
    assertThat(
            contents(new AliasedResource.GlobalAccelerator("a.dualstack.awsglobalaccelerator.com")))
        .hasSize(2);
  }

  @Test
  void whatTheAuthorSaysOfIpv6AndHealthGoes() {
    Target target =
        new Target.Alias(
            new AliasedResource.LoadBalancer("x", "Z1"), Optional.of(true), Optional.of(false));
    assertThat(compile(Endpoint.to("x", target)))
        .extracting(RecordSet::type)
        .containsExactly(RecordType.A, RecordType.AAAA);
    assertThat(compile(Endpoint.to("x", target)))
        .allMatch(set -> !set.alias().orElseThrow().evaluateTargetHealth());
  }

  @Test
  void anS3WebsiteIsTheEndpointOfItsRegion() {
    assertThat(contents(new AliasedResource.S3Website(NONE, NONE, NONE)))
        .containsExactly(
            new Content.Alias(
                new AliasTarget.AwsResource(
                    AwsService.S3_WEBSITE, "s3-website-us-east-1.amazonaws.com", "Z3AQBSTGFYJSTF"),
                false));
  }

  @Test
  void anotherRecordIsAnAliasOfTheTypesItHas() {
    List<RecordSet> sets =
        compile(
            Endpoint.at("server", "52.94.1.1", "2600:1f::1"),
            to("mirror", "server"),
            to("mirror-of-mirror", "mirror"));
    assertThat(sets)
        .filteredOn(set -> set.name().toString().startsWith("mirror"))
        .extracting(set -> set.name().labels().get(0) + " " + set.type())
        .containsExactly("mirror A", "mirror AAAA", "mirror-of-mirror A", "mirror-of-mirror AAAA");
    assertThat(sets.get(sets.size() - 1).alias())
        .contains(
            new Content.Alias(
                new AliasTarget.SameZone(DomainName.of("mirror.ai.example.com")), true));
  }

  @Test
  void aServiceAndAPlainRecordCanBeAliasedToo() {
    Fleet fleet =
        Fleet.builder("x", "ai.example.com")
            .endpoint(Endpoint.at("server", "52.94.1.1"))
            .endpoint(to("of-service", "api"))
            .endpoint(to("of-apex", "@"))
            .service("api", new Route.To("server"))
            .record(PlainRecord.of("@", RecordType.AAAA, "2600:1f::1"))
            .build();
    assertThat(FleetCompiler.compile(fleet).zone().recordSets())
        .filteredOn(set -> set.name().toString().startsWith("of-"))
        .extracting(set -> set.name().labels().get(0) + " " + set.type())
        .containsExactly("of-service A", "of-apex AAAA");
  }

  @Test
  void aliasesThatLeadBackToThemselvesHaveNoRecords() {
    assertThat(compile(to("a", "b"), to("b", "a"), to("c", "c"))).isEmpty();
  }

  @Test
  void anAliasIsNoneOfSeveralValues() {
    Fleet fleet =
        Fleet.builder("x", "ai.example.com")
            .endpoint(Endpoint.to("web", Target.alias(new AliasedResource.CloudFront("d"))))
            .service("api", new Route.Simple(List.of("web")))
            .build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FleetCompiler.compile(fleet))
        .withMessageContaining("alias");
  }

  private static Endpoint to(String name, String record) {
    return Endpoint.to(name, Target.alias(new AliasedResource.OtherRecord(record)));
  }

  private static List<Content> contents(AliasedResource resource) {
    return compile(Endpoint.to("x", Target.alias(resource)).in("us-east-1")).stream()
        .map(RecordSet::content)
        .toList();
  }

  private static List<RecordSet> compile(Endpoint... endpoints) {
    Fleet.Builder fleet = Fleet.builder("x", "ai.example.com");
    List.of(endpoints).forEach(fleet::endpoint);
    return FleetCompiler.compile(fleet.build()).zone().recordSets();
  }
}
