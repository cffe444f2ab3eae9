package com.example.inference;

import com.hashicorp.cdktf.S3Backend;
import com.hashicorp.cdktf.S3BackendConfig;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import com.hashicorp.cdktf.providers.aws.provider.AwsProviderConfig;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.PlainRecord;
import io.github.fleetdns.terraform.FleetZone;
import io.github.fleetdns.zone.RecordType;
import software.constructs.Construct;

/** A stack of one's own, with a fleet's zone among its resources. */
public class InferenceStack extends TerraformStack {

  /** Backend, provider and outputs are this stack's; the fleet brings the zone and its records. */
  public InferenceStack(Construct scope, String id) {
    super(scope, id);
    new S3Backend(
        this,
        S3BackendConfig.builder()
            .bucket("example-terraform-state")
            .key("inference.tfstate")
            .region("eu-central-1")
            .build());
    new AwsProvider(this, "aws", AwsProviderConfig.builder().region("eu-central-1").build());

    Fleet fleet =
        Fleet.builder("inference", "ai.example.com")
            .comment("Inference servers")
            .ttl(60)
            .endpoint(Endpoint.at("us-east-1-server", "192.0.2.1").in("us-east-1"))
            .endpoint(Endpoint.at("eu-central-1-server", "192.0.2.2", "2001:db8::2"))
            .endpoint(Endpoint.behind("ap-south-1-server", "gpu-7.example.net").withTtl(30))
            .record(PlainRecord.of("@", RecordType.TXT, "v=spf1 -all"))
            .build();
    FleetZone zone = new FleetZone(this, "inference", fleet);

    new TerraformOutput(
        this, "zone_id", TerraformOutputConfig.builder().value(zone.zoneId()).build());
    new TerraformOutput(
        this, "name_servers", TerraformOutputConfig.builder().value(zone.nameServers()).build());
  }
}
