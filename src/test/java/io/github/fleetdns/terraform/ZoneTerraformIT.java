package io.github.fleetdns.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.fleet.Fleet;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of zone goes through the real terraform CLI, from init to destroy. */
class ZoneTerraformIT {
  @TempDir private Path out;

  @BeforeAll
  static void terraformIsThereAndFindsTheProvider(@TempDir Path scratch) throws Exception {
    Optional<String> missing = Terraform.missing(scratch);
    assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
  }

  @AfterEach
  void unlinkPlugins() throws Exception {
    Terraform.unlinkPlugins(out);
  }

  @Test
  void signingEndsBeforeTheKeyGoes() throws Exception {
    Terraform terraform = deployed("zone-dnssec");

    String log =
        terraform
            .run("destroy", "-input=false", "-auto-approve", "-parallelism=10")
            .succeeds()
            .output();
    assertThat(log)
        .containsSubsequence(
            "aws_route53_record.zone-delegation-signer: Destruction complete",
            "aws_route53_hosted_zone_dnssec.zone-dnssec: Destruction complete",
            "aws_route53_key_signing_key.zone-key-signing-key: Destruction complete",
            "aws_kms_key.zone-key: Destruction complete",
            "aws_route53_zone.zone: Destruction complete");
  }

  @Test
  void aProtectedZoneAndItsKeyStayWhileTheRecordsMayGo() throws Exception {
    Terraform terraform = deployed("zone-protected");

    Terraform.Run destroy = terraform.run("destroy", "-input=false", "-auto-approve");
    assertThat(destroy.exit()).isNotZero();
    assertThat(destroy.output()).contains("Instance cannot be destroyed");
    terraform
        .run(
            "destroy",
            "-input=false",
            "-auto-approve",
            "-target=aws_route53_record.us-east-1-ai-server-record")
        .succeeds();
    assertThat(terraform.resources())
        .extracting(resource -> resource.get("address").asText())
        .contains("aws_route53_zone.zone", "aws_kms_key.zone-key")
        .doesNotContain("aws_route53_record.us-east-1-ai-server-record");
  }

  private Terraform deployed(String example) throws Exception {
    Fleet fleet = FleetFile.read(Path.of("examples", example, "fleet.yaml")).fleet().orElseThrow();
    Terraform.synth(fleet, out);
    Terraform terraform = Terraform.in(Synthesizer.stackDirectory(out, fleet));
    terraform.run("init", "-input=false").succeeds();
    terraform.run("validate").succeeds();
    Terraform.Run apply =
        terraform.run("apply", "-input=false", "-auto-approve", "-parallelism=10");
    boolean noAws =
        apply.foundNoAws()
            || (apply.exit() != 0 && apply.output().contains("No valid credential sources"));
    assumeFalse(
        noAws, "init and validate passed; looking zones up and applying want an emulator of AWS");
    apply.succeeds();
    return terraform;
  }
}
