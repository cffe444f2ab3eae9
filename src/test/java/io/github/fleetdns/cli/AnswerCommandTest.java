package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

class AnswerCommandTest {
  private static final String RESIDENCY = "examples/data-residency/fleet.yaml";
  private static final URI SCHEMA = URI.create("https://fleetdns.github.io/answer.schema.json");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of("answer"));
    all.addAll(List.of(args));
    return Main.run(
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, Ansi.OFF),
        all.toArray(String[]::new));
  }

  private JsonNode json(String... args) throws Exception {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--format", "json"));
    assertThat(run(all.toArray(String[]::new))).as(err.toString()).isEqualTo(ExitCode.OK);
    Validator validator = new ValidatorFactory().createValidator();
    validator.registerSchema(SCHEMA, Files.readString(Path.of("docs/answer.schema.json")));
    assertThat(validator.validate(SCHEMA, out.toString()).getErrors())
        .extracting(e -> e.getInstanceLocation() + ": " + e.getError())
        .isEmpty();
    return new ObjectMapper().readTree(out.toString());
  }

  private static final String TWINS =
      """
      fleet: twins
      zone: {name: ai.example.com}
      endpoints:
        a: {address: 52.94.1.1}
        b: {address: 52.94.1.1}
      services:
        api: {route: {weighted: {b: {weight: 3, route: a}, a: {weight: 1, route: b}}}}
        many: {route: {multivalue: [a, b]}}
      records:
        status: {A: 52.94.1.1}
      """;

  /** Set identifier b stands for a; a plain record for neither, so that its address says it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api    | 3/4 (75.0 %)  300  52.94.1.1  ← down: a  b",
        "api    | 1/4 (25.0 %)  300  52.94.1.1             a",
        "many   | 1  300  52.94.1.1  ← down: a  a, b",
        "status | 1  300  52.94.1.1  ← down: a"
      })
  void anAnswerIsMarkedDownIfWhatItStandsForIs(String name, String line) throws Exception {
    Path fleet = Files.writeString(folder.resolve("twins.yaml"), TWINS);
    assertThat(run(fleet.toString(), name, "--down", "a")).isZero();
    assertThat(out.toString().lines().map(String::strip)).contains(line);
  }

  @Test
  void theJsonIsThatOfTheDocumentation() throws Exception {
    JsonNode json = json(RESIDENCY, "api.aiapp.example.com", "A", "--country", "DE");

    assertThat(json.get("question"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    "{\"name\": \"api.aiapp.example.com\", \"type\": \"A\", \"zone\":"
                        + " \"aiapp.example.com\", \"visibility\": \"public\"}"));
    assertThat(json.get("answers").get(0))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"share": 0.75, "fraction": "3/4", "ttl": 60, "records": ["52.94.1.3"],
                     "target": null, "path": [
                       {"name": "api.aiapp.example.com", "type": "A", "setIdentifier": "europe",
                        "policy": "geolocation"},
                       {"name": "_europe.api.aiapp.example.com", "type": "A",
                        "setIdentifier": "primary", "policy": "failover"},
                       {"name": "_eu.aiapp.example.com", "type": "A",
                        "setIdentifier": "eu-central-1-ai-server", "policy": "weighted"}]}
                    """));
  }

  @ParameterizedTest
  @CsvSource({
    "policy-cidr, api, --subnet 198.51.100.7",
    "policy-multivalue, api, --down us-east-1-ai-server",
    "policy-geoproximity, api, --at 48.1;11.6",
    "policy-latency, api, --country JP",
    "target-cloudfront, '@', --country JP",
    "zone-delegated, nothing-here, --country JP",
    "every-record-type, '@', --country FR",
    "world, api, --region eu-west-1",
    "load-gpu, api, --no-data us-east-1-ai-server.load --country US"
  })
  void everyKindOfAnswerFitsTheSchema(String example, String name, String options)
      throws Exception {
    List<String> args = new ArrayList<>(List.of("examples/" + example + "/fleet.yaml", name));
    args.addAll(List.of(options.replace(';', ',').split(" ")));
    args.add("--explain");

    json(args.toArray(String[]::new));
  }

  /** Nothing there is unhealthy: a client in France is in no place of the group. */
  @Test
  void whatDoesNotApplyIsNotCalledUnhealthy() throws Exception {
    Path file = folder.resolve("main.tf.json");
    Files.writeString(
        file,
        """
        {"resource": {
          "aws_route53_zone": {"z": {"name": "example.com"}},
          "aws_route53_record": {
            "p": {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "api", "type": "A",
                  "set_identifier": "p", "failover_routing_policy": {"type": "PRIMARY"},
                  "alias": {"name": "geo.example.com", "evaluate_target_health": true,
                            "zone_id": "${aws_route53_zone.z.zone_id}"}},
            "s": {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "api", "type": "A",
                  "set_identifier": "s", "failover_routing_policy": {"type": "SECONDARY"},
                  "ttl": 60, "records": ["52.94.1.1"]},
            "g": {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "geo", "type": "A",
                  "set_identifier": "de", "geolocation_routing_policy": {"country": "DE"},
                  "ttl": 60, "records": ["52.94.1.2"]}}}}
        """);

    assertThat(run(file.toString(), "api", "--country", "FR", "--explain")).isEqualTo(ExitCode.OK);

    assertThat(out.toString())
        .contains("passed over p: nothing at geo.example.com applies to the client");
  }

  @Test
  void severalThingsMayBeDown() throws Exception {
    JsonNode json =
        json(
            RESIDENCY,
            "api",
            "--country=DE",
            "--down",
            "eu-central-1-ai-server,eu-west-1-ai-server",
            "us-east-1-ai-server",
            "us-west-1-ai-server");

    // All that applies is down: fail open, from the top.
    assertThat(json.at("/answers/0/fraction").asText()).isEqualTo("3/4");
  }

  @Test
  void aRegionIsEveryEndpointInIt() throws Exception {
    JsonNode json = json(RESIDENCY, "api", "--country", "DE", "--down", "region:eu-central-1");

    assertThat(json.at("/answers/0/records/0").asText()).isEqualTo("52.94.1.4");
  }

  @Test
  void whatIsDownWithoutACheckIsMarked() {
    assertThat(run("fleet.yaml", "us-east-1-ai-server", "--down", "us-east-1-ai-server"))
        .isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("10.0.0.1  ← down: us-east-1-ai-server");
  }

  @ParameterizedTest
  @ValueSource(strings = {"api", "API.AIapp.Example.COM.", "api.aiapp.example.com"})
  void aNameIsRelativeOrComplete(String name) throws Exception {
    assertThat(json(RESIDENCY, name, "--country", "DE").at("/question/name").asText())
        .isEqualTo("api.aiapp.example.com");
  }

  @Test
  void anotherDomainIsInNoZone() {
    assertThat(run(RESIDENCY, "api.example.org")).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString()).contains("api.example.org", "aiapp.example.com");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void allWrongOptionsAreNamedAtOnce() {
    assertThat(
            run(
                RESIDENCY,
                "api",
                "--country",
                "QQ",
                "--at",
                "north",
                "--region",
                "moon",
                "--subnet",
                "x",
                "--latency",
                "eu-central-1=fast",
                "--continent",
                "EUR"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains(
            "--country: \"QQ\"",
            "--at: ",
            "--region: \"moon\"",
            "--subnet: \"x\"",
            "--latency: \"fast\"",
            "--continent: \"eur\"",
            "Try: fleetdns answer --help");
  }

  @Test
  void whatIsUnknownIsSuggested() {
    assertThat(run(RESIDENCY, "api", "--down", "eu-central-1-server", "nothing", "region:mars"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("did you mean eu-central-1-ai-server?", "there is no nothing", "region:mars");
  }

  @Test
  void aTypeThatRoute53LacksIsAWrongUse() {
    assertThat(run(RESIDENCY, "api", "LOC")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("LOC", "AAAA");
  }

  @Test
  void aFileThatIsMissingIsSaid() {
    assertThat(run(folder.resolve("no.yaml").toString(), "api")).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString()).contains("no such file");
  }

  @Test
  void measuredLatenciesReplaceTheEstimate() throws Exception {
    Path file = folder.resolve("ms.csv");
    Files.writeString(
        file, "place,region,ms\nJP,us-east-1,20\nJP,us-west-1,90\nJP,eu-central-1,210\n");

    JsonNode json =
        json(
            "examples/policy-latency/fleet.yaml",
            "api",
            "--country",
            "JP",
            "--latency-file",
            file.toString());

    assertThat(json.get("estimated").asBoolean()).isFalse();
    assertThat(json.at("/answers/0/records/0").asText()).isEqualTo("52.94.1.1");
  }

  @Test
  void aLatencyFileWithErrorsIsNotUsed() throws Exception {
    Path file = folder.resolve("ms.csv");
    Files.writeString(file, "JP,moon,20\nJP,us-west-1\nnowhere,us-east-1,4\nJP,us-east-1,-3\n");

    assertThat(run("examples/policy-latency/fleet.yaml", "api", "--latency-file", file.toString()))
        .isEqualTo(ExitCode.INPUT);
    assertThat(err.toString().lines())
        .hasSize(4)
        .allMatch(line -> line.contains("ms.csv:") && line.contains(": error: "));
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void helpHasAnExample() {
    assertThat(run("--help")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("Example: fleetdns answer fleet.yaml");
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-1-ai-server",
    "us-east-1-ai-server A",
    "us-east-1-ai-server.aiapp.example.com",
    "fleet.yaml us-east-1-ai-server"
  })
  void withoutAFileANameIsOneOfTheDefaultFile(String line) {
    assertThat(run(line.split(" ", -1))).as(err.toString()).isZero();
    assertThat(out.toString()).contains("10.0.0.1");
  }

  @Test
  void aFileAloneAsksForTheName() {
    assertThat(run(RESIDENCY)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("which name? Put it behind the file: " + RESIDENCY);
  }
}
