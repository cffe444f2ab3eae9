package io.github.fleetdns.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import com.hashicorp.cdktf.providers.aws.provider.AwsProviderConfig;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Zone;
import io.github.fleetdns.zone.DomainName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kinds of zones inside somebody else's stack. */
class FleetZoneTest {
  private static final Zone ZONE = new Zone(DomainName.of("aiapp.example.com"), "", Map.of());

  @TempDir private Path out;
  private App app;
  private TerraformStack stack;

  @BeforeEach
  void aStackInFrankfurt() {
    app = new App(AppConfig.builder().outdir(out.toString()).stackTraces(false).build());
    stack = new TerraformStack(app, "stack");
    new AwsProvider(stack, "aws", AwsProviderConfig.builder().region("eu-central-1").build());
  }

  @Test
  void theKeyAndTheLogGoThroughTheProviderForTheirRegion() throws Exception {
    AwsProvider virginia =
        new AwsProvider(
            stack,
            "virginia",
            AwsProviderConfig.builder().region("us-east-1").alias("virginia").build());
    Zone zone = ZONE.withDnssec().withQueryLog(Zone.QueryLog.DEFAULT);
    new FleetZone(stack, "ai", fleet(zone), Map.of("us-east-1", virginia));

    assertThat(resources())
        .filteredOn(resource -> resource.text("provider").isPresent())
        .allMatch(resource -> resource.text("provider").orElse("").equals("aws.virginia"))
        .extracting(StackResource::type)
        .containsExactlyInAnyOrder(
            "aws_kms_key", "aws_cloudwatch_log_group", "aws_cloudwatch_log_resource_policy");
  }

  @Test
  void anExistingZoneIsReferredToButIsNoResource() throws Exception {
    Zone existing = ZONE.withSource(new Zone.Source.Existing(Optional.of("Z0123456789")));
    FleetZone zone = new FleetZone(stack, "ai", fleet(existing));

    assertThatIllegalStateException().isThrownBy(zone::zone);
    assertThat(zone.zoneId()).isNotEmpty();
    assertThat(zone.zoneName()).isNotEmpty();
    assertThat(zone.nameServers()).isNotEmpty();
    assertThat(resources())
        .filteredOn(resource -> resource.type().equals("aws_route53_zone"))
        .singleElement()
        .matches(StackResource::data);
  }

  private static Fleet fleet(Zone zone) {
    return Fleet.builder("ai", "aiapp.example.com").zone(zone).build();
  }

  private List<StackResource> resources() throws Exception {
    app.synth();
    return StackResource.parse(Files.readString(out.resolve("stacks/stack/cdk.tf.json")));
  }
}
