package com.example.inference;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import com.hashicorp.cdktf.providers.aws.provider.AwsProviderConfig;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.terraform.FleetZone;
import java.nio.file.Path;
import software.constructs.Construct;

/** A stack of one's own around the zone that a fleet file describes. */
public class FleetFileStack extends TerraformStack {

  /**
   * Reads the file and creates its zone.
   *
   * @throws IllegalArgumentException if the file has errors; the message lists them all
   */
  public FleetFileStack(Construct scope, String id, Path file) {
    super(scope, id);
    new AwsProvider(this, "aws", AwsProviderConfig.builder().region("us-east-1").build());
    FleetFile read = FleetFile.read(file);
    Fleet fleet =
        read.fleet()
            .orElseThrow(() -> new IllegalArgumentException(String.valueOf(read.problems())));
    new FleetZone(this, fleet.name(), fleet);
  }
}
