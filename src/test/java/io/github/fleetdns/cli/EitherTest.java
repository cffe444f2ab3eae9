package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command says which of its numbers estimated latencies leave open: clients in Kentucky and
 * in Germany are as near to Ohio as to Virginia, as far as estimates can tell.
 */
class EitherTest {
  private static final String FLEET =
      """
      fleet: two
      zone: {name: ai.example.com}
      defaults: {ttl: 60, health: {https: /healthz}}
      endpoints:
        ohio: {region: us-east-2, address: 52.94.1.1, capacity: 100}
        virginia: {region: us-east-1, address: 52.94.1.2, capacity: 100}
      services:
        api: {route: {latency: [ohio, virginia]}}
      """;

  @TempDir private Path folder;
  private Path fleet;
  private Path clients;
  private Path measured;
  private final Launched program = new Launched();

  @BeforeEach
  void write() throws Exception {
    fleet = Files.writeString(folder.resolve("fleet.yaml"), FLEET);
    clients = Files.writeString(folder.resolve("clients.csv"), "US-KY,3\nDE,1\n");
    measured =
        Files.writeString(
            folder.resolve("measured.csv"),
            "US-KY,us-east-2,30\nUS-KY,us-east-1,20\nDE,us-east-1,100\nDE,us-east-2,108\n");
  }

  private int run(String... args) {
    return program.run(args);
  }

  private int traffic(String... options) {
    List<String> args =
        new ArrayList<>(List.of("traffic", fleet.toString(), "--clients", clients.toString()));
    args.addAll(List.of(options));
    if (!args.contains("--losses")) {
      args.addAll(List.of("--losses", "0"));
    }
    return run(args.toArray(String[]::new));
  }

  private JsonNode json(String schema) throws Exception {
    JsonNode json = new ObjectMapper().readTree(program.out());
    Validator validator =
        new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory()).createValidator();
    URI uri =
        validator.registerSchema(
            new ObjectMapper().readTree(Path.of("docs/" + schema + ".schema.json").toFile()));
    assertThat(validator.validate(uri, json).getErrors()).isEmpty();
    return json;
  }

  @Test
  void trafficSaysWhoIsInDoubtBetweenWhatSharesLieAndWhatNarrowsThat() {
    assertThat(traffic()).isZero();
    assertThat(program.out())
        .contains("Either: 100 % of the clients are within 15 ms of another region: ohio 0–100 %")
        .contains("Measured latencies narrow that: --latency-file FILE");
  }

  @Test
  void measuredLatenciesStandAboveTheEstimateAndLeaveNoDoubt() {
    assertThat(traffic("--latency-file", measured.toString())).isZero();
    assertThat(program.out()).contains("virginia  us-east-1  100 %").doesNotContain("Either");
  }

  @Test
  void aBrokenLatencyFileIsToldByLine() throws Exception {
    Files.writeString(measured, "US-KY,us-east-9,30\n");
    assertThat(traffic("--latency-file", measured.toString())).isEqualTo(1);
    assertThat(program.err()).contains("measured.csv:1:").contains("us-east-9");
  }

  @Test
  void jsonHasTheBoundsOfEveryShare() throws Exception {
    assertThat(traffic("--format", "json")).isZero();
    JsonNode api = json("traffic").at("/services/0");
    assertThat(api.at("/normal/shares")).allMatch(share -> share.has("bounds"));
    assertThat(api.at("/places/0/shares")).hasSize(2);
    assertThat(api.at("/places/0/shares/0/bounds").toString())
        .isEqualTo("{\"least\":0.0,\"most\":1.0}");
    assertThat(api.at("/normal/utilisation/0/bounds/most").asDouble())
        .isGreaterThan(api.at("/normal/utilisation/0/bounds/least").asDouble());
    assertThat(api.at("/normal/unanswered/bounds/most").asDouble()).isZero();
  }

  @Test
  void gatesHoldForTheEstimateAndIfStrictForTheWorst() {
    // Demand is as much as all capacity: who gets everything is used to 200 %.
    assertThat(traffic("--max-utilisation", "160%")).isZero();
    assertThat(traffic("--max-utilisation", "160%", "--strict")).isEqualTo(3);
    assertThat(program.err()).contains("is used to up to 200 %").contains("by the estimate)");
    assertThat(
            traffic("--max-utilisation", "200%", "--strict", "--latency-file", measured.toString()))
        .isZero();
  }

  @Test
  void pairsOfLossesHaveBoundsToo() throws Exception {
    assertThat(traffic("--losses", "2", "--format", "json")).isZero();
    assertThat(json("traffic").at("/services/0/losses"))
        .isNotEmpty()
        .allMatch(loss -> loss.at("/unanswered").has("bounds"));
    assertThat(traffic("--losses", "2", "--no-unanswered", "--strict")).isZero();
    assertThat(traffic("--losses", "2")).isZero();
  }

  @Test
  void anAnswerNamesBothWays() throws Exception {
    String[] kentucky = {"answer", fleet.toString(), "api", "--subdivision", "US-KY"};
    assertThat(run(kentucky)).isZero();
    assertThat(program.out())
        .containsPattern("Either: \\w+ \\(52\\.94\\.1\\.\\d, \\d+ ms\\) or \\w+ \\(52");
    List<String> args = new ArrayList<>(List.of(kentucky));
    args.addAll(List.of("--format", "json"));
    assertThat(run(args.toArray(String[]::new))).isZero();
    JsonNode answer = json("answer");
    assertThat(answer.at("/eithers/0/ways")).hasSize(2);
    assertThat(answer.at("/eithers/0/ways/0/answers/0/records"))
        .isEqualTo(answer.at("/answers/0/records"));
    args.addAll(List.of("--latency-file", measured.toString()));
    assertThat(run(args.toArray(String[]::new))).isZero();
    assertThat(json("answer").at("/eithers")).isEmpty();
  }

  @Test
  void diffSaysBetweenWhatTheShareLiesThatMovesAndStrictGatesTakeTheMost() throws Exception {
    Path after =
        Files.writeString(
            folder.resolve("after.yaml"), FLEET.replace("[ohio, virginia]", "[virginia]"));
    String[] args = {
      "diff",
      fleet.toString(),
      after.toString(),
      "--clients",
      clients.toString(),
      "--latency-file",
      Files.writeString(folder.resolve("de.csv"), "DE,us-east-1,100\nDE,us-east-2,108\n")
          .toString(),
    };
    assertThat(run(args)).isZero();
    assertThat(program.out()).contains("Either: 0–75 % moves");
    List<String> json = new ArrayList<>(List.of(args));
    json.addAll(List.of("--format", "json"));
    assertThat(run(json.toArray(String[]::new))).isZero();
    JsonNode moved = json("diff").at("/zones/0/services/0/normal/moved");
    assertThat(moved.at("/bounds").toString()).isEqualTo("{\"least\":0.0,\"most\":0.75}");
    List<String> gate = new ArrayList<>(List.of(args));
    gate.addAll(List.of("--max-shift", "74%", "--strict"));
    assertThat(run(gate.toArray(String[]::new))).isEqualTo(3);
    assertThat(program.err()).contains("75 %");
  }

  @Test
  void theReportSaysItWithItsOtherSentences() throws Exception {
    Path page = folder.resolve("report.html");
    assertThat(
            run("report", fleet.toString(), "--clients", clients.toString(), "-o", page.toString()))
        .isZero();
    assertThat(Files.readString(page)).contains("within 15 ms of another region");
  }

  @Test
  void whoseClientsAreNowhereIsTold() throws Exception {
    Files.writeString(clients, "198.51.100.0/24,1\n");
    assertThat(traffic()).isZero();
    assertThat(program.out())
        .contains("Either: of 100 % it is not known where they are: ohio 0–100 %");
  }
}
