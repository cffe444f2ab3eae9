package io.github.fleetdns.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import com.hashicorp.cdktf.TerraformStack;
import io.github.fleetdns.RandomFleets;
import io.github.fleetdns.RandomRoutes;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.PlainRecord;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both ways of writing records give the same Terraform JSON, and one place decides. */
class RecordWriterTest {

  // ---- the same JSON ----

  @ParameterizedTest
  @MethodSource("io.github.fleetdns.terraform.SnapshotTest#examples")
  void bothWaysGiveTheSameJson(Path example) throws Exception {
    FleetFile file = FleetFile.read(example.resolve("fleet.yaml"));
    assertBothWaysGiveTheSame(file.fleet().orElseThrow());
  }

  @Property(tries = 10)
  void bothWaysGiveTheSameJsonOfAnyFleet(@ForAll("fleets") Fleet fleet) throws Exception {
    assertBothWaysGiveTheSame(fleet);
  }

  @Provide
  Arbitrary<Fleet> fleets() {
    return Arbitraries.oneOf(RandomFleets.fleets(), RandomRoutes.fleets());
  }

  @Test
  void bothWaysGiveTheSameBytesOfRecords() throws Exception {
    Fleet fleet = fleet(RecordWriter.MANY + 3);
    String one = records(synth(fleet, (scope, zone) -> new RecordConstructs(scope)));
    String other = records(synth(fleet, (scope, zone) -> new RecordMap((FleetStack) scope)));
    assertThat(other).isEqualTo(one).contains("s0042-record");
  }

  private static void assertBothWaysGiveTheSame(Fleet fleet) throws Exception {
    JsonNode one = json(synth(fleet, (scope, zone) -> new RecordConstructs(scope)));
    JsonNode other = json(synth(fleet, (scope, zone) -> new RecordMap((FleetStack) scope)));
    assertThat(other).isEqualTo(one);
  }

  /** All but the comment that says where something was overridden. */
  private static JsonNode json(String text) throws IOException {
    JsonNode stack = new ObjectMapper().readTree(text);
    ((ObjectNode) stack.at("/~1~1/metadata")).remove("overrides");
    return stack;
  }

  private static String records(String text) {
    return text.substring(text.indexOf("\"aws_route53_record\""));
  }

  private static String synth(Fleet fleet, RecordWriter.Choice way) throws IOException {
    Path out = Files.createTempDirectory("records");
    App app = new App(AppConfig.builder().outdir(out.toString()).stackTraces(false).build());
    new FleetStack(app, ZoneResources.checked(fleet, warning -> {}), way);
    app.synth();
    Path stack = out.resolve("stacks").resolve(fleet.name()).resolve("cdk.tf.json");
    String text = Files.readString(stack);
    Files.delete(stack);
    return text;
  }

  // ---- the choice ----

  @Test
  void fewRecordsAreConstructs() {
    assertThat(chosen(fleet(RecordWriter.MANY - 1))).isInstanceOf(RecordConstructs.class);
  }

  @Test
  void manyRecordsAreOneMap() {
    assertThat(chosen(fleet(RecordWriter.MANY))).isInstanceOf(RecordMap.class);
  }

  @Test
  void inSomebodyElsesStackRecordsAreConstructs() {
    TerraformStack stack = new TerraformStack(new App(), "other");
    HostedZone zone = FleetCompiler.compile(fleet(RecordWriter.MANY)).zone();
    assertThat(RecordWriter.choose(stack, zone)).isInstanceOf(RecordConstructs.class);
  }

  @Test
  void aNameThatCdktfWouldShortenIsLeftToIt() {
    // A character that Terraform does not take in a name is written with three.
    String label = "!".repeat(40);
    Fleet fleet =
        many(RecordWriter.MANY)
            .record(PlainRecord.of(label + "." + label + "." + label, RecordType.A, "52.0.0.1"))
            .build();
    assertThat(chosen(fleet)).isInstanceOf(RecordConstructs.class);
  }

  private static RecordWriter chosen(Fleet fleet) {
    FleetStack stack = new FleetStack(new App(), fleet(1));
    return RecordWriter.choose(stack, FleetCompiler.compile(fleet).zone());
  }

  private static Fleet fleet(int servers) {
    return many(servers).build();
  }

  private static Fleet.Builder many(int servers) {
    Fleet.Builder fleet = Fleet.builder("many", "ai.example.com").ttl(60);
    for (int i = 0; i < servers; i++) {
      fleet.endpoint(Endpoint.at(String.format("s%04d", i), "52.0.0." + i % 256));
    }
    return fleet;
  }
}
