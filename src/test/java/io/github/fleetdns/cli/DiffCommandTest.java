package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.github.fleetdns.Goldens;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  private static final Path GOLDENS = Path.of("src/test/resources/traffic");

  private static final String OLD =
      """
      fleet: three
      zone: {name: ai.example.com}
      defaults: {ttl: 60, health: {https: /healthz, interval: 10, failures: 3}}
      endpoints:
        us: {region: us-east-1, address: 52.94.1.1}
        de: {region: eu-central-1, address: 52.94.1.2}
        ie: {region: eu-west-1, address: 52.94.1.3}
      services:
        api:
          route:
            geolocation:
              europe: {weighted: {de: 3, ie: 1}}
              "*": {failover: [us, de]}
        chat: {route: us}
      records:
        old: {TXT: gone}
        www: {CNAME: {ttl: 60, values: www.example.net}}
      """;

  private static final String NEW =
      OLD.replace("de: 3, ie: 1", "de: 1, ie: 1")
          .replace("chat: {route: us}", "chat: {route: {failover: [us, ie]}}")
          .replace("old: {TXT: gone}", "new: {TXT: here}")
          .replace("www: {CNAME: {ttl: 60, values: www.example.net}}", "www: {A: 52.94.1.7}");

  @TempDir private Path folder;
  private Path old;
  private Path updated;
  private Path clients;
  private final Launched program = new Launched();

  @BeforeEach
  void write() throws Exception {
    old = Files.writeString(folder.resolve("old.yaml"), OLD);
    updated = Files.writeString(folder.resolve("new.yaml"), NEW);
    clients = Files.writeString(folder.resolve("clients.csv"), "DE,3\nFR,1\nUS-CA,2\nJP,2\n");
  }

  private static final String SPLIT_VIEW =
      """
      {"resource": {
        "aws_route53_zone": {
          "out": {"name": "ai.example.com"},
          "in": {"name": "ai.example.com",
                 "vpc": {"vpc_id": "vpc-0123456789abcdef0", "vpc_region": "eu-west-1"}}},
        "aws_route53_record": {
          "out": {"zone_id": "${aws_route53_zone.out.zone_id}", "name": "www", "type": "%s",
                  "ttl": 60, "records": ["%s"]},
          "in": {"zone_id": "${aws_route53_zone.in.zone_id}", "name": "www", "type": "A",
                 "ttl": 60, "records": ["%s"]}}}}
      """;

  @Test
  void aPublicAndAPrivateZoneOfOneNameAreTwo() throws Exception {
    Path one =
        Files.writeString(
            folder.resolve("one.tf.json"), SPLIT_VIEW.formatted("A", "52.94.1.1", "10.0.0.1"));
    Path two =
        Files.writeString(
            folder.resolve("two.tf.json"), SPLIT_VIEW.formatted("A", "52.94.1.1", "10.0.0.2"));
    assertThat(program.run("diff", one.toString(), two.toString()))
        .describedAs(program.err())
        .isZero();
    assertThat(program.out()).contains("10.0.0.1 (60 s) → 10.0.0.2", "Nothing changes.");
  }

  private static final String TWINS =
      """
      fleet: twins
      zone: {name: ai.example.com}
      endpoints:
        a: {address: 52.94.1.1}
        b: {address: 52.94.1.1}
        c: {address: [52.94.1.3, 52.94.1.4]}
      services:
        api: {ttl: 60, route: {weighted: {blue: {weight: 2, route: a}, green: {weight: 1, route: b}, c: 1}}}
      """;

  /** What a fleet's Terraform says of the service, as others may have written it, too. */
  private static final String TWINS_TERRAFORM =
      """
      {"resource": {
        "aws_route53_zone": {"z": {"name": "ai.example.com"}},
        "aws_route53_record": {
          "blue": {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "api", "type": "A", "ttl": 60,
            "records": ["52.94.1.1"], "set_identifier": "blue", "weighted_routing_policy": {"weight": 2}},
          "green": {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "api", "type": "A", "ttl": 60,
            "records": ["52.94.1.1"], "set_identifier": "%s", "weighted_routing_policy": {"weight": 1}},
          "c": {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "api", "type": "A", "ttl": 60,
            "records": ["52.94.1.3", "52.94.1.4"], "set_identifier": "c",
            "weighted_routing_policy": {"weight": 1}}}}}
      """;

  private JsonNode service(Path before, Path after) throws Exception {
    assertThat(run(before, after, "--format", "json")).describedAs(program.err()).isZero();
    return new ObjectMapper().readTree(program.out()).at("/zones/0/services/0");
  }

  @Test
  void endpointsThatExchangeAddressesKeepTheirTrafficAndStandSomewhereElse() throws Exception {
    Path exchanged =
        Files.writeString(
            folder.resolve("exchanged.yaml"),
            OLD.replace("52.94.1.2", "DE")
                .replace("52.94.1.3", "52.94.1.2")
                .replace("DE", "52.94.1.3"));
    assertThat(run(old, exchanged)).isZero();
    assertThat(program.out())
        .contains("api.ai.example.com A: the traffic stays as it is")
        .containsPattern(
            "Endpoints that stand somewhere else\\n.*\\nde +52.94.1.2 +52.94.1.3\\nie ");
  }

  @Test
  void endpointsOfOneAddressThatExchangeWeightsMoveWhatTheWeightsSay() throws Exception {
    Path one = Files.writeString(folder.resolve("one.yaml"), TWINS);
    Path two =
        Files.writeString(
            folder.resolve("two.yaml"),
            TWINS
                .replace("weight: 2, route: a", "weight: 1, route: a")
                .replace("weight: 1, route: b", "weight: 2, route: b"));
    JsonNode service = service(one, two);
    assertThat(service.at("/normal/moved/fraction").asText()).isEqualTo("1/4");
    assertThat(service.at("/normal/flows/0/from/endpoint").asText()).isEqualTo("a");
    assertThat(service.at("/normal/flows/0/to/endpoint").asText()).isEqualTo("b");
  }

  /** Of a fleet and its own Terraform, one says which endpoints there are, and the other not. */
  @Test
  void aFleetTellsTheServersOfItsTerraformApartInBothDirections() throws Exception {
    Path fleet = Files.writeString(folder.resolve("twins.yaml"), TWINS);
    Path terraform =
        Files.writeString(folder.resolve("main.tf.json"), TWINS_TERRAFORM.formatted("green"));
    for (JsonNode service : List.of(service(fleet, terraform), service(terraform, fleet))) {
      assertThat(service.at("/normal/moved/fraction").asText()).isEqualTo("0");
      assertThat(service.at("/changes").asBoolean()).isFalse();
      assertThat(service.at("/remarks")).isEmpty();
    }
  }

  /** Blue is a's, 2/4; what is at its address besides, 1/4, nobody knows whose it is: 1/8 each. */
  @Test
  void whatAFleetDoesNotTellApartEitherIsSaid() throws Exception {
    Path fleet = Files.writeString(folder.resolve("twins.yaml"), TWINS);
    Path terraform =
        Files.writeString(folder.resolve("main.tf.json"), TWINS_TERRAFORM.formatted("other"));
    JsonNode service = service(terraform, fleet);
    assertThat(service.at("/normal/moved/fraction").asText()).isEqualTo("1/8");
    assertThat(service.at("/remarks/0").asText()).contains("52.94.1.1", "a and b", "equally");
    assertThat(run(terraform, fleet)).isZero();
    assertThat(program.out()).contains("Note: 52.94.1.1 is where a and b are");
  }

  /** Nothing can stand beside a CNAME, and nothing is to be waited for. */
  @Test
  void aCnameThatStaysOneResourceIsExchangedAtOnce() throws Exception {
    Path one =
        Files.writeString(
            folder.resolve("one.tf.json"),
            SPLIT_VIEW.formatted("CNAME", "www.example.net", "10.0.0.1"));
    Path two =
        Files.writeString(
            folder.resolve("two.tf.json"), SPLIT_VIEW.formatted("A", "52.94.1.1", "10.0.0.1"));
    assertThat(program.run("diff", one.toString(), two.toString())).isZero();
    assertThat(program.out())
        .contains("type CNAME becomes A", "# step 1: the rest\n  terraform apply")
        .doesNotContain("state mv", "at the earliest");
  }

  /** Every share of it follows by hand from the eight clients; see ZoneComparisonTest. */
  @Test
  void theTextIsAsWorkedOutByHand() {
    assertThat(run(old, updated)).isZero();
    Goldens.assertMatches(GOLDENS.resolve("diff.txt"), program.out());
  }

  @Test
  void markdownMakesAComment() {
    assertThat(run(old, updated, "--format", "markdown", "--max-shift", "10%")).isEqualTo(3);
    Goldens.assertMatches(GOLDENS.resolve("diff.md"), program.out());
  }

  @Test
  void jsonIsAsItsSchemaSays() throws Exception {
    assertThat(run(old, updated, "--format", "json")).isZero();
    JsonNode json = new ObjectMapper().readTree(program.out());
    Validator validator =
        new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory()).createValidator();
    URI schema =
        validator.registerSchema(
            new ObjectMapper().readTree(Path.of("docs/diff.schema.json").toFile()));
    assertThat(validator.validate(schema, json).getErrors()).isEmpty();
    assertThat(json.at("/zones/0/services/0/normal/moved/fraction").asText()).isEqualTo("1/8");
    assertThat(json.at("/zones/0/terraform")).hasSize(2);
  }

  @Test
  void aFileComparedWithItselfHasNoChange() {
    assertThat(run(old, old, "--max-shift", "0", "--no-new-unanswered")).isZero();
    assertThat(program.out()).contains("Nothing changes.");
  }

  @Test
  void theGatesEndWithThree() {
    assertThat(run(old, updated, "--max-shift", "12.5%")).isZero();
    assertThat(run(old, updated, "--max-shift", "12.4%")).isEqualTo(3);
    assertThat(program.err()).contains("--max-shift 12.4 % is exceeded", "12.5 % of the traffic");
    // Back to where nobody steps in for us.
    assertThat(run(updated, old, "--no-new-unanswered")).isEqualTo(3);
    assertThat(program.err()).contains("chat.ai.example.com A: 100 % more of the traffic");
  }

  @Test
  void whatIsWrongIsSaidWithAWayOut() {
    assertThat(run(old, updated, "--service", "nobody")).isEqualTo(1);
    assertThat(program.err()).contains("neither side routes the name \"nobody\"");
    assertThat(program.run("diff", old.toString())).isEqualTo(2);
    assertThat(program.err()).contains("is no plan", "name NEW too");
    assertThat(run(old, folder.resolve("missing.yaml"))).isEqualTo(1);
    assertThat(program.err()).contains("missing.yaml:1:1: error").doesNotContain("\tat ");
  }

  private int run(Path before, Path after, String... options) {
    List<String> args =
        new ArrayList<>(
            List.of("diff", before.toString(), after.toString(), "--clients", clients.toString()));
    args.addAll(List.of(options));
    return program.run(args.toArray(String[]::new));
  }
}
