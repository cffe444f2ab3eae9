package io.github.fleetdns.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.fleet.Backend;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.PlainRecord;
import io.github.fleetdns.fleet.Zone;
import io.github.fleetdns.zone.CharacterStrings;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is synthesized goes through the real terraform CLI, from init to destroy. */
@Execution(ExecutionMode.CONCURRENT)
class TerraformIT {
  @TempDir private Path out;

  @BeforeAll
  static void terraformIsThereAndFindsTheProvider(@TempDir Path scratch) throws Exception {
    Terraform.assumeThere(scratch);
  }

  @AfterEach
  void unlinkPlugins() throws Exception {
    Terraform.unlinkPlugins(out);
  }

  /** Every example that lets itself be destroyed; the one that does not is tested apart. */
  private static Stream<Fleet> examples() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("examples"))) {
      List<Path> files =
          folders
              .map(folder -> folder.resolve("fleet.yaml"))
              .filter(Files::exists)
              .filter(file -> !file.startsWith(Path.of("examples", "zone-protected")))
              .sorted()
              .toList();
      return files.stream().map(TerraformIT::read);
    }
  }

  private static Fleet read(Path file) {
    return withLocalState(FleetFile.read(file).fleet().orElseThrow());
  }

  static Stream<Fleet> fleetsAlone() throws IOException {
    return Stream.concat(
        Stream.of(read(Path.of("fleet.yaml"))),
        examples().filter(fleet -> !StackModules.suits(fleet)));
  }

  @ParameterizedTest
  @MethodSource("fleetsAlone")
  void aFleetIsDeployedUnchangedAndDestroyed(Fleet fleet) throws Exception {
    Terraform.synth(List.of(fleet), out);
    Terraform terraform = Terraform.in(Synthesizer.stackDirectory(out, fleet));

    isDeployedUnchanged(terraform, resourcesIn(fleet));
    holds(terraform.resources(), fleet);
    isDestroyed(terraform);
  }

  @TestFactory
  Stream<DynamicTest> examplesAreDeployedUnchangedAndDestroyedTogether() throws Exception {
    List<Fleet> fleets =
        examples().filter(StackModules::suits).map(TerraformIT::withTagOfItsOwn).toList();
    Terraform.synth(fleets, out);
    int wanted = 0;
    for (Fleet fleet : fleets) {
      wanted += resourcesIn(fleet);
    }
    Terraform terraform = StackModules.of(fleets, out);

    isDeployedUnchanged(terraform, wanted);
    Map<String, List<JsonNode>> resources = terraform.resourcesOfModules();
    isDestroyed(terraform);
    assertThat(resources).hasSameSizeAs(fleets);
    return fleets.stream()
        .map(
            fleet ->
                DynamicTest.dynamicTest(
                    fleet.name(), () -> holds(resources.get(fleet.name()), fleet)));
  }

  private static void isDeployedUnchanged(Terraform terraform, int resources) throws Exception {
    terraform.run("init", "-input=false").succeeds();
    Terraform.Run apply =
        terraform.run("apply", "-input=false", "-auto-approve", "-parallelism=10");
    assertThat(apply.output())
        .contains("Plan: " + resources + " to add, 0 to change, 0 to destroy.");
    assumeFalse(
        apply.foundNoAws(),
        "init and plan passed; apply wants an emulator of AWS, whose URL"
            + " FLEETDNS_TEST_ENDPOINT names (these tests never use an AWS account)");
    apply.succeeds();
    assertThat(terraform.run("plan", "-input=false", "-detailed-exitcode").exit())
        .describedAs("a second plan has nothing to do")
        .isZero();
  }

  private static void isDestroyed(Terraform terraform) throws Exception {
    // Nothing has changed since the plan before.
    terraform.run("destroy", "-input=false", "-auto-approve", "-refresh=false").succeeds();
    assertThat(terraform.run("state", "list").succeeds().output()).isBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"terraform-cloud", "s3-state", "remote-state"})
  void aBackendIsValidTerraform(String example) throws Exception {
    Path file = Path.of("examples", example, "fleet.yaml");
    Fleet fleet = FleetFile.read(file).fleet().orElseThrow();
    Terraform.synth(List.of(fleet), out);
    Terraform terraform = Terraform.in(Synthesizer.stackDirectory(out, fleet));

    terraform.run("init", "-input=false", "-backend=false").succeeds();
    terraform.run("validate").succeeds();
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
    Terraform.synth(List.of(fleet), out);
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

  private static Fleet withLocalState(Fleet fleet) {
    return with(fleet, fleet.tags(), Backend.Local.DEFAULT);
  }

  /** So that an emulator of Route 53 does not take two zones of one name for the same. */
  private static Fleet withTagOfItsOwn(Fleet fleet) {
    Map<String, String> tags = new LinkedHashMap<>(fleet.tags());
    tags.put("fleet", fleet.name());
    return with(fleet, tags, fleet.backend());
  }

  private static Fleet with(Fleet fleet, Map<String, String> tags, Backend backend) {
    return new Fleet(
        fleet.name(),
        fleet.zone(),
        fleet.ttl(),
        fleet.endpoints(),
        fleet.pools(),
        fleet.services(),
        fleet.records(),
        tags,
        fleet.provider(),
        backend,
        fleet.monitoring(),
        fleet.residency());
  }

  private int resourcesIn(Fleet fleet) throws IOException {
    Path json = Synthesizer.stackDirectory(out, fleet).resolve("cdk.tf.json");
    int count = 0;
    for (JsonNode type : new ObjectMapper().readTree(json.toFile()).path("resource")) {
      count += type.size();
    }
    return count;
  }

  private static void holds(List<JsonNode> resources, Fleet fleet) {
    HostedZone zone = FleetCompiler.compile(fleet).zone();
    assertThat(resources)
        .describedAs(fleet.name())
        .filteredOn(resource -> resource.get("type").asText().equals("aws_route53_zone"))
        .filteredOn(resource -> resource.get("mode").asText().equals("managed"))
        .hasSize(fleet.zone().source() instanceof Zone.Source.Created ? 1 : 0)
        .allSatisfy(
            resource -> {
              JsonNode values = resource.get("values");
              assertThat(values.get("name").asText()).isEqualTo(zone.name().toString());
              assertThat(values.get("comment").asText()).isEqualTo(comment(zone));
              assertThat(tags(values)).isEqualTo(new TreeMap<>(zone.tags()));
            });
    List<JsonNode> records =
        resources.stream()
            .filter(resource -> resource.get("type").asText().equals("aws_route53_record"))
            .filter(resource -> !resource.get("name").asText().startsWith("zone-delegation"))
            .map(resource -> resource.get("values"))
            .toList();
    assertThat(records.stream().map(TerraformIT::held))
        .describedAs(fleet.name())
        .containsExactlyInAnyOrderElementsOf(
            zone.recordSets().stream().map(TerraformIT::wanted).toList());
    for (PlainRecord text : fleet.records()) {
      if (text.type() == RecordType.TXT) {
        resolversReadTheAuthorsTexts(text, fleet, records);
      }
    }
  }

  /** A zone without a comment gets the provider's. */
  private static String comment(HostedZone zone) {
    return zone.comment().isEmpty() ? "Managed by Terraform" : zone.comment();
  }

  private static Map<String, String> tags(JsonNode values) {
    Map<String, String> tags = new TreeMap<>();
    values
        .path("tags")
        .properties()
        .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
    return tags;
  }

  private static String held(JsonNode values) {
    TreeSet<String> texts = new TreeSet<>();
    boolean text = isText(values.get("type").asText());
    values.get("records").forEach(value -> texts.add(text ? sent(value) : value.asText()));
    return String.join(
        " ",
        values.get("name").asText(),
        values.get("type").asText(),
        values.get("set_identifier").asText(),
        Long.toString(values.get("ttl").asLong()),
        texts.toString());
  }

  private static String wanted(RecordSet set) {
    boolean text = isText(set.type().name());
    TreeSet<String> texts =
        set.values().stream()
            .map(value -> text ? value.replace("\" \"", "\"\"") : value)
            .collect(Collectors.toCollection(TreeSet::new));
    return String.join(
        " ",
        set.name().toString(),
        set.type().name(),
        set.key().setIdentifier().orElse("null"),
        Long.toString(set.ttl().orElse(0)),
        texts.toString());
  }

  private static boolean isText(String type) {
    return type.equals("TXT") || type.equals("SPF");
  }

  /** What the AWS provider sends for a TXT value: it puts one pair of quotes around it. */
  private static String sent(JsonNode value) {
    return '"' + value.asText() + '"';
  }

  private static void resolversReadTheAuthorsTexts(
      PlainRecord record, Fleet fleet, List<JsonNode> records) {
    String name = FleetCompiler.nameOf(record.name(), fleet.zone().name()).toString();
    List<String> read =
        records.stream()
            .filter(values -> values.get("name").asText().equals(name))
            .filter(values -> values.get("type").asText().equals("TXT"))
            .flatMap(values -> StreamSupport.stream(values.get("records").spliterator(), false))
            .map(TerraformIT::sent)
            .map(CharacterStrings::decode)
            .toList();
    assertThat(read)
        .containsExactlyInAnyOrderElementsOf(
            record.values().stream()
                .map(text -> text.startsWith("\"") ? CharacterStrings.decode(text) : text)
                .toList());
  }
}
