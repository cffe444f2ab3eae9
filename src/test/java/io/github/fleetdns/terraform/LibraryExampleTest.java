package io.github.fleetdns.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.inference.FleetFileStack;
import com.example.inference.InferenceStack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of fleetdns as a library: a fleet's zone inside somebody else's stack. */
class LibraryExampleTest {
  @TempDir private Path out;

  @Test
  void theStackKeepsItsOwnBackendProviderAndOutputs() throws Exception {
    App app = app();
    new InferenceStack(app, "inference");
    JsonNode stack = synth(app, "inference");

    assertThat(stack.at("/terraform/backend/s3/bucket").asText())
        .isEqualTo("example-terraform-state");
    assertThat(stack.at("/provider/aws/0/region").asText()).isEqualTo("eu-central-1");
    assertThat(stack.get("output").fieldNames())
        .toIterable()
        .containsExactly("name_servers", "zone_id");
  }

  @Test
  void theFleetBringsTheZoneAndItsRecords() throws Exception {
    App app = app();
    new InferenceStack(app, "inference");
    JsonNode resources = synth(app, "inference").get("resource");

    assertThat(resources.at("/aws_route53_zone").elements())
        .toIterable()
        .singleElement()
        .satisfies(zone -> assertThat(zone.get("name").asText()).isEqualTo("ai.example.com"));
    assertThat(resources.get("aws_route53_record").elements())
        .toIterable()
        .extracting(record -> record.get("name").asText() + " " + record.get("type").asText())
        .containsExactlyInAnyOrder(
            "us-east-1-server.ai.example.com A",
            "eu-central-1-server.ai.example.com A",
            "eu-central-1-server.ai.example.com AAAA",
            "ap-south-1-server.ai.example.com CNAME",
            "ai.example.com TXT");
    assertThat(resources.get("aws_route53_record").fieldNames())
        .toIterable()
        .allMatch(name -> name.startsWith("inference_"), "begins with the construct's id");
  }

  @Test
  void aFleetFileGoesIntoAStackAsWell() throws Exception {
    App app = app();
    new FleetFileStack(app, "from-a-file", Path.of("fleet.yaml"));

    assertThat(synth(app, "from-a-file").at("/resource/aws_route53_record").elements())
        .toIterable()
        .extracting(record -> record.get("records").get(0).asText())
        .containsExactlyInAnyOrder("10.0.0.1", "10.0.0.2", "10.0.0.3");
  }

  @Test
  void aFleetFileWithErrorsSaysThemAll() throws Exception {
    Path file = out.resolve("bad.yaml");
    Files.writeString(file, "fleet: Bad\nzone: {name: com}\n");

    assertThatThrownBy(() -> new FleetFileStack(app(), "bad", file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fleet-name")
        .hasMessageContaining("zone-name-tld");
  }

  private App app() {
    return new App(AppConfig.builder().outdir(out.toString()).build());
  }

  private JsonNode synth(App app, String stack) throws Exception {
    app.synth();
    return new ObjectMapper()
        .readTree(out.resolve("stacks").resolve(stack).resolve("cdk.tf.json").toFile());
  }
}
