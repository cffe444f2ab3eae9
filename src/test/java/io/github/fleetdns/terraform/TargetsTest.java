package io.github.fleetdns.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import com.hashicorp.cdktf.providers.aws.lb.Lb;
import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import com.hashicorp.cdktf.providers.aws.provider.AwsProviderConfig;
import io.github.fleetdns.fleet.AliasedResource;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.zone.AwsService;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private final App app = Testing.app();
  private final TerraformStack stack = new TerraformStack(app, "stack");

  TargetsTest() {
    new AwsProvider(stack, "aws", AwsProviderConfig.builder().region("us-east-1").build());
  }

  @Test
  void aReferenceStaysAnExpression() throws Exception {
    Lb lb = new Lb(stack, "lb");
    Target target = Target.reference(AwsService.LOAD_BALANCER, lb.getDnsName(), lb.getZoneId());
    new FleetZone(stack, "zone", fleet(Endpoint.to("api", target)));
    JsonNode alias = synth().at("/resource/aws_route53_record").elements().next().get("alias");
    assertThat(alias.get("name").asText()).isEqualTo("${aws_lb.lb.dns_name}");
    assertThat(alias.get("zone_id").asText()).isEqualTo("${aws_lb.lb.zone_id}");
    assertThat(alias.get("evaluate_target_health").asBoolean()).isTrue();
  }

  @Test
  void textsOfTheUsersAreNoExpressions() throws Exception {
    Target target = Target.alias(new AliasedResource.ApiGateway("${x}", "%{y}"));
    new FleetZone(stack, "zone", fleet(Endpoint.to("api", target)));
    JsonNode alias = synth().at("/resource/aws_route53_record").elements().next().get("alias");
    assertThat(alias.get("name").asText()).isEqualTo("$${x}");
    assertThat(alias.get("zone_id").asText()).isEqualTo("%%{y}");
  }

  @Test
  void aLoadBalancerIsLookedUpOnceWithTheProviderOfItsRegion() throws Exception {
    AwsProvider ireland =
        new AwsProvider(
            stack, "ireland", AwsProviderConfig.builder().region("eu-west-1").alias("ie").build());
    Target target = Target.alias(new AliasedResource.NamedLoadBalancer("alb", Optional.empty()));
    Endpoint one = Endpoint.to("one", target).in("eu-west-1");
    Endpoint two = Endpoint.to("two", target).in("eu-west-1");
    new FleetZone(stack, "zone", fleet(one, two), Map.of("eu-west-1", ireland));
    JsonNode lookUps = synth().at("/data/aws_lb");
    assertThat(lookUps).hasSize(1);
    assertThat(lookUps.elements().next().get("provider").asText()).isEqualTo("aws.ie");
  }

  private JsonNode synth() throws Exception {
    return new ObjectMapper().readTree(Testing.synth(stack));
  }

  private static Fleet fleet(Endpoint... endpoints) {
    Fleet.Builder fleet = Fleet.builder("x", "ai.example.com");
    for (Endpoint endpoint : endpoints) {
      fleet.endpoint(endpoint);
    }
    return fleet.build();
  }
}
