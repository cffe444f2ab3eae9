package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.github.fleetdns.Goldens;
import io.github.fleetdns.traffic.TrafficFleets;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficCommandTest {
  private static final Path GOLDENS = Path.of("src/test/resources/traffic");

  /** And a service that answers Europe only. */
  private static final String FLEET =
      TrafficFleets.THREE_REGIONS
          + """
            eu-only:
              route:
                geolocation:
                  europe: de
          """;

  @TempDir private Path folder;
  private Path fleet;
  private Path clients;
  private final Launched program = new Launched();

  @BeforeEach
  void write() throws Exception {
    fleet = Files.writeString(folder.resolve("fleet.yaml"), FLEET);
    clients = Files.writeString(folder.resolve("clients.csv"), "DE,3\nFR,1\nUS-CA,2\nJP,2\n");
  }

  /** Every number of it follows by hand from the eight clients; see ServiceTrafficTest. */
  @Test
  void theTextIsAsWorkedOutByHand() throws Exception {
    assertThat(run("--service", "api", "--clients", clients.toString(), "--demand", "80")).isZero();
    Goldens.assertMatches(
        GOLDENS.resolve("three-regions.txt"), program.out().replace(folder.toString() + "/", ""));
  }

  /** Route 53 and the provider keep the name of a target in lower case, without the final dot. */
  @Test
  void twoSpellingsOfATargetAreOneServer() throws Exception {
    Path terraform =
        Files.writeString(
            folder.resolve("main.tf.json"),
            """
            {"resource": {
              "aws_route53_zone": {"z": {"name": "ai.example.com"}},
              "aws_route53_record": {
                "a": {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "api", "type": "A",
                  "set_identifier": "a", "weighted_routing_policy": [{"weight": 1}],
                  "alias": [{"name": "Web-1.eu-central-1.elb.amazonaws.com.",
                    "zone_id": "Z215JYRZR1TBD5", "evaluate_target_health": true}]},
                "b": {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "api", "type": "A",
                  "set_identifier": "b", "weighted_routing_policy": [{"weight": 1}],
                  "alias": [{"name": "web-1.eu-central-1.elb.amazonaws.com",
                    "zone_id": "Z215JYRZR1TBD5", "evaluate_target_health": true}]},
                "c": {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "api", "type": "A",
                  "set_identifier": "c", "weighted_routing_policy": [{"weight": 1}],
                  "alias": [{"name": "${aws_lb.Main.dns_name}",
                    "zone_id": "${aws_lb.Main.zone_id}", "evaluate_target_health": true}]}},
              "aws_lb": {"Main": {"name": "main"}}}}
            """);
    assertThat(program.run("traffic", terraform.toString())).isZero();
    assertThat(program.out())
        .containsPattern("web-1\\.eu-central-1\\.elb\\.amazonaws\\.com +eu-central-1 +66\\.7 %")
        .doesNotContain("Web-1");
    assertThat(
            program.run(
                "answer",
                terraform.toString(),
                "api.ai.example.com",
                "--down",
                "aws_lb.Main.dns_name"))
        .isZero();
    assertThat(program.out()).contains("with aws_lb.Main.dns_name down").doesNotContain("1/3");
  }

  @ParameterizedTest
  @CsvSource({"1.4, 0", "140%, 0", "1.39, 3", "139.9%, 3"})
  void theGateOfUtilisationIsExact(String limit, int exitCode) {
    // When us is lost, de gets 70 of its 50: 140 %.
    assertThat(
            run(
                "--service",
                "api",
                "--clients",
                clients.toString(),
                "--demand",
                "80",
                "--max-utilisation",
                limit))
        .isEqualTo(exitCode);
    if (exitCode == 3) {
      assertThat(program.err())
          .contains("--max-utilisation")
          .contains("de is used to 140 % when endpoint us is lost");
    }
  }

  /** Three quarters of 200 are one and a half times what a can serve. */
  @Test
  void theGateTellsEndpointsOfOneAddressApart() throws Exception {
    fleet =
        Files.writeString(
            folder.resolve("twins.yaml"),
            """
            fleet: x
            zone: {name: ai.example.com}
            endpoints:
              a: {address: 52.94.1.1, region: us-east-1, capacity: 100}
              b: {address: 52.94.1.1, region: us-east-1, capacity: 100}
            services:
              api: {ttl: 60, route: {weighted: {blue: {weight: 3, route: a}, green: {weight: 1, route: b}}}}
            """);
    assertThat(run("--max-utilisation", "1.5")).isZero();
    assertThat(run("--max-utilisation", "1.2")).isEqualTo(3);
    assertThat(program.err()).contains("a is used to 150 %");
  }

  /** Terraform has no endpoints: one address is one server, and that it may be two is said. */
  @Test
  void thatAnAddressMayBeOfSeveralServersIsSaid() throws Exception {
    fleet =
        Files.writeString(
            folder.resolve("main.tf.json"),
            """
            {"resource": {
              "aws_route53_zone": {"z": {"name": "ai.example.com"}},
              "aws_route53_record": {
                "blue": {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "api", "type": "A",
                  "ttl": 60, "records": ["52.94.1.1"], "set_identifier": "blue",
                  "weighted_routing_policy": {"weight": 3}},
                "green": {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "api", "type": "A",
                  "ttl": 60, "records": ["52.94.1.1"], "set_identifier": "green",
                  "weighted_routing_policy": {"weight": 1}}}}}
            """);
    String said = "52.94.1.1 is behind 2 record sets of api.ai.example.com A (\"blue\", \"green\")";
    assertThat(run()).isZero();
    assertThat(program.out()).containsPattern("52.94.1.1 +100 %").contains("Note: " + said);
    assertThat(run("--format", "json")).isZero();
    JsonNode service = new ObjectMapper().readTree(program.out()).at("/services/0");
    assertThat(service.at("/remarks/0").asText()).startsWith(said);
    assertThat(service.at("/normal/shares/0/fraction").asText()).isEqualTo("1");
  }

  @Test
  void theGateOfUnansweredClientsNamesTheShare() {
    assertThat(run("--service", "api", "--clients", clients.toString(), "--no-unanswered"))
        .isZero();
    assertThat(run("--service", "eu-only", "--clients", clients.toString(), "--no-unanswered"))
        .isEqualTo(3);
    assertThat(program.err()).contains("50 % of the traffic gets no answer normally");
  }

  @Test
  void jsonIsAsItsSchemaSays() throws Exception {
    assertThat(run("--losses", "2", "--clients", clients.toString(), "--format", "json")).isZero();
    JsonNode json = new ObjectMapper().readTree(program.out());
    Validator validator =
        new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory()).createValidator();
    URI schema =
        validator.registerSchema(
            new ObjectMapper().readTree(Path.of("docs/traffic.schema.json").toFile()));
    assertThat(validator.validate(schema, json).getErrors()).isEmpty();
    JsonNode api = json.at("/services/0");
    assertThat(api.at("/name").asText()).isEqualTo("api.ai.example.com");
    assertThat(api.at("/normal/shares/0/fraction").asText()).isEqualTo("3/8");
    // Nine single losses, and the pairs of which none takes what the other takes.
    assertThat(api.at("/losses")).hasSizeGreaterThan(9);
    for (JsonNode loss : api.at("/losses")) {
      BigFraction sum = BigFraction.ZERO;
      for (JsonNode share : loss.at("/shares")) {
        String[] fraction = share.at("/fraction").asText().split("/", -1);
        sum =
            sum.add(
                BigFraction.of(
                    Integer.parseInt(fraction[0]),
                    fraction.length == 1 ? 1 : Integer.parseInt(fraction[1])));
      }
      assertThat(sum).isEqualTo(BigFraction.ONE);
    }
  }

  @Test
  void allServicesAreShownUnlessOneIsNamed() {
    assertThat(run("--losses", "0")).isZero();
    assertThat(program.out()).contains("api.ai.example.com A", "eu-only.ai.example.com A");
  }

  /** Two servers in each of three regions: to lose both is to lose the region, and many pairs. */
  @Test
  void ofManyLossesThatComeToTheSameAndOfManyServersSomeAreNamed() throws Exception {
    StringBuilder text =
        new StringBuilder(
            """
            fleet: six
            zone: {name: ai.example.com}
            defaults: {ttl: 60, health: {https: /healthz, interval: 10, failures: 3}}
            endpoints:
            """);
    List<String> regions = List.of("us-east-1", "us-west-1", "eu-west-1");
    for (int i = 0; i < 6; i++) {
      text.append(
          "  s%d: {region: %s, address: 52.94.1.%d, capacity: 1}%n"
              .formatted(i, regions.get(i / 2), i));
    }
    text.append(
        "services:\n  api: {route: {weighted: {s0: 1, s1: 1, s2: 1, s3: 1, s4: 1, s5: 1}}}\n");
    Files.writeString(fleet, text);

    assertThat(run("--clients", clients.toString(), "--demand", "12", "--losses", "2")).isZero();

    // Normally each has two of its one; four are left with three each, two with six each.
    assertThat(program.out())
        .contains("Over 100 %: s0 (600 % when ", "), s2 (600 % when ", ") and 3 more.")
        .doesNotContain("), s3 (");
    assertThat(program.out().lines().filter(line -> line.startsWith("region us-east-1, ")))
        .singleElement()
        .asString()
        .containsPattern(", endpoint s0 and endpoint s1, .* and \\d+ more ");
  }

  @Test
  void whatIsWrongIsSaidWithAWayOut() throws Exception {
    assertThat(run("--service", "apo")).isEqualTo(1);
    assertThat(program.err()).contains("there is no name \"apo\"", "did you mean api?");
    assertThat(run("--demand", "-3")).isEqualTo(2);
    assertThat(run("--demand", "0")).isEqualTo(2);
    assertThat(run("--losses", "3")).isEqualTo(2);
    assertThat(run("--max-utilisation", "much")).isEqualTo(2);
    assertThat(run("--type", "MX")).isEqualTo(2);
    Files.writeString(clients, "Atlantis,3\nDE,x\n");
    assertThat(run("--clients", clients.toString())).isEqualTo(1);
    assertThat(program.err())
        .contains("clients.csv:1:1: error: a place is a country")
        .contains("clients.csv:2:4: error: a weight");
    Files.writeString(fleet, FLEET.replaceAll(", capacity: \\d+", ""));
    assertThat(run("--max-utilisation", "0.9")).isEqualTo(2);
    assertThat(program.err()).contains("no endpoint").doesNotContain("\tat ");
  }

  private int run(String... options) {
    List<String> args = new ArrayList<>(List.of("traffic", fleet.toString()));
    args.addAll(List.of(options));
    return program.run(args.toArray(String[]::new));
  }

  @Test
  void withoutAServiceItSaysWhatOneIsAndShowsThePlainNames() {
    assertThat(program.run("traffic", "fleet.yaml")).isEqualTo(ExitCode.INPUT);
    assertThat(program.err())
        .contains("A service is a name whose answer is chosen among endpoints")
        .contains("      route: {latency: [us-east-1-ai-server, us-west-1-ai-server, ")
        .containsPattern("  us-west-1-ai-server.aiapp.example.com +A +300 +10.0.0.2");
  }
}
