package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fleetdns.answer.Client;
import io.github.fleetdns.dns.DnsServer;
import io.github.fleetdns.dns.ServerOptions;
import io.github.fleetdns.input.Input;
import io.github.fleetdns.input.InputZones;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Several zones in one input are one name space, in every command and whatever their order. */
class SeveralZonesTest {
  /** Two zones are called api.example.com; the NS record set means the second one. */
  private static final String STATE =
      """
      {"format_version": "1.0", "terraform_version": "1.9.0", "values": {"root_module": {"resources": [
        %s
      ]}}}
      """;

  private static final List<String> RESOURCES =
      List.of(
          zone("inside", "Z1", "example.com", "\"ns-1.example.org\"", "vpc-1"),
          zone("outside", "Z2", "example.com", "\"ns-2.example.org\"", ""),
          zone("old", "Z3", "api.example.com", "\"ns-3.example.org\"", ""),
          zone("api", "Z4", "api.example.com", "\"ns-4.example.org\"", ""),
          zone("net", "Z5", "example.net", "\"ns-5.example.org\"", ""),
          record("a", "Z1", "llm.example.com", "A", "10.0.0.1"),
          record("b", "Z2", "llm.example.com", "A", "52.94.0.1"),
          record("c", "Z2", "www.example.com", "A", "52.94.0.2"),
          record("d", "Z2", "api.example.com", "NS", "ns-4.example.org"),
          record("e", "Z3", "v1.api.example.com", "A", "192.0.2.9"),
          record("f", "Z4", "v1.api.example.com", "A", "52.94.0.3"),
          record("g", "Z2", "chat.example.com", "CNAME", "llm.example.net"),
          record("h", "Z5", "llm.example.net", "A", "52.94.0.4"),
          record("i", "Z5", "round.example.net", "CNAME", "v1.api.example.com"));

  @TempDir private Path folder;
  private final Launched program = new Launched();

  @ParameterizedTest
  @CsvSource({
    "llm.example.com, 52.94.0.1 10.0.0.1",
    "v1.api.example.com, 52.94.0.3",
    "chat.example.com, 52.94.0.4",
    "round.example.net, 52.94.0.3"
  })
  void trafficGoesWhereAnswersLead(String name, String addresses) throws Exception {
    for (List<String> order : orders()) {
      JsonNode services = traffic(state(order), name);
      List<String> found = new ArrayList<>();
      services.forEach(s -> found.add(s.at("/normal/shares/0/endpoint").asText()));
      assertThat(found).containsExactly(addresses.split(" "));
    }
  }

  @Test
  void trafficNamesTheZonesThatAnswer() throws Exception {
    Path state = state(RESOURCES);
    JsonNode services = traffic(state, "chat.example.com");
    assertThat(services.at("/0/zones/0/name").asText()).isEqualTo("example.com");
    assertThat(services.at("/0/zones/1/name").asText()).isEqualTo("example.net");
    assertThat(program.run("traffic", state.toString(), "--service", "llm.example.com")).isZero();
    assertThat(program.out().lines().filter(line -> line.startsWith("Answered by")))
        .containsExactly(
            "Answered by the public zone example.com.",
            "Answered by the private zone example.com.");
  }

  @ParameterizedTest
  @CsvSource({
    "llm.example.com, eu-central-1, 10.0.0.1",
    "www.example.com, eu-central-1, ",
    "www.example.com, us-east-1, 52.94.0.2"
  })
  void trafficFromAVpcIsThatOfItsPrivateZones(String name, String region, String address)
      throws Exception {
    Path state = state(RESOURCES);
    JsonNode services = traffic(state, name, "--vpc-region", region);
    assertThat(services).hasSize(1);
    assertThat(services.at("/0/normal/shares/0/endpoint").asText())
        .isEqualTo(address == null ? "" : address);
    assertThat(services.at("/0/normal/unanswered/share").asDouble())
        .isEqualTo(address == null ? 1 : 0);
  }

  @Test
  void aRegionThatDoesNotExistIsSaid() throws Exception {
    Path state = state(RESOURCES);
    assertThat(
            program.run(
                "traffic",
                state.toString(),
                "--service",
                "www.example.com",
                "--vpc-region",
                "eu-west-9"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(program.err()).contains("--vpc-region: \"eu-west-9\" is no AWS region");
  }

  /**
   * What a resolver gets that asks the server is what answer says, in a VPC and on the internet.
   */
  @ParameterizedTest
  @ValueSource(strings = {"", "eu-central-1"})
  void theServerAnswersAsAnswerDoes(String region) throws Exception {
    for (List<String> order : orders()) {
      Path state = state(order);
      Client from = region.isEmpty() ? Client.UNKNOWN : Client.inVpc(region);
      try (DnsServer server =
          DnsServer.start(
              InputZones.of(Input.read(state).zones()).space(),
              ServerOptions.onLoopback().withStandpoint(from))) {
        for (String name :
            List.of(
                "llm.example.com",
                "www.example.com",
                "v1.api.example.com",
                "chat.example.com",
                "round.example.net",
                "nothing.example.com",
                "nothing.api.example.com")) {
          assertThat(resolve(server.address(), name))
              .as(name)
              .isEqualTo(answered(state, name, region));
        }
      }
    }
  }

  private Optional<String> answered(Path state, String name, String region) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("answer", state.toString(), name, "--format", "json"));
    if (!region.isEmpty()) {
      arguments.addAll(List.of("--vpc-region", region));
    }
    assertThat(program.run(arguments.toArray(String[]::new))).isZero();
    JsonNode answer = new ObjectMapper().readTree(program.out());
    while (answer.at("/answers/0").has("followed")) {
      answer = answer.at("/answers/0/followed");
    }
    return Optional.of(answer.at("/answers/0/records/0").asText()).filter(text -> !text.isEmpty());
  }

  /** As a resolver does: a CNAME is another question. */
  private static Optional<String> resolve(InetSocketAddress server, String name)
      throws IOException {
    SimpleResolver resolver = new SimpleResolver(server);
    Message query =
        Message.newQuery(Record.newRecord(Name.fromString(name + "."), Type.A, DClass.IN));
    List<Record> answers = resolver.send(query).getSection(Section.ANSWER);
    if (answers.isEmpty()) {
      return Optional.empty();
    }
    return answers.get(0) instanceof CNAMERecord cname
        ? resolve(server, cname.getTarget().toString(true))
        : Optional.of(answers.get(0).rdataToString());
  }

  @Test
  void aNameThatMovesToAZoneOfItsOwnKeepsItsTraffic() throws Exception {
    List<String> before = new ArrayList<>();
    before.add(zone("outside", "Z2", "example.com", "\"ns-2.example.org\"", ""));
    before.add(weighted("Z2", "v1.api.example.com", "52.94.0.3"));
    List<String> after = new ArrayList<>();
    after.add(zone("outside", "Z2", "example.com", "\"ns-2.example.org\"", ""));
    after.add(zone("api", "Z4", "api.example.com", "\"ns-4.example.org\"", ""));
    after.add(record("d", "Z2", "api.example.com", "NS", "ns-4.example.org"));
    after.add(weighted("Z4", "v1.api.example.com", "52.94.0.3"));
    assertThat(program.run("diff", state(before).toString(), state(after).toString())).isZero();
    assertThat(program.out())
        .contains(
            "Zone api.example.com",
            "v1.api.example.com A: the traffic stays as it is",
            "answered by the public zone example.com before, by the public zone api.example.com"
                + " afterwards");
    assertThat(program.out()).containsOnlyOnce("v1.api.example.com A: the traffic");
  }

  @Test
  void aNewPrivateZoneTakesItsVpcFromThePublicOne() throws Exception {
    List<String> before = new ArrayList<>();
    before.add(zone("outside", "Z2", "example.com", "\"ns-2.example.org\"", ""));
    before.add(weighted("Z2", "llm.example.com", "52.94.0.1"));
    List<String> after = new ArrayList<>(before);
    after.add(zone("inside", "Z1", "example.com", "\"ns-1.example.org\"", "vpc-1"));
    after.add(weighted("Z1", "llm.example.com", "10.0.0.1"));
    assertThat(program.run("diff", state(before).toString(), state(after).toString())).isZero();
    assertThat(program.out())
        .contains("Private zone example.com", "llm.example.com A: 100 % of the traffic moves")
        .containsPattern("52\\.94\\.0\\.1 +10\\.0\\.0\\.1 +100 %");
    assertThat(
            program.run(
                "diff",
                state(before).toString(),
                state(after).toString(),
                "--vpc-region",
                "us-east-1"))
        .isZero();
    assertThat(program.out())
        .contains("Nothing changes.", "Record sets of routed names change that are not shown here.")
        .doesNotContain("moves");
  }

  @Test
  void theReportTellsThemApart() throws Exception {
    Path page = folder.resolve("page.html");
    assertThat(
            program.run(
                "report",
                state(RESOURCES).toString(),
                "--service",
                "llm.example.com",
                "-o",
                page.toString()))
        .isZero();
    assertThat(Files.readString(page))
        .contains("llm.example.com A", "llm.example.com A in VPCs of example.com", "10.0.0.1");
  }

  private JsonNode traffic(Path state, String name, String... options) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of("traffic", state.toString(), "--service", name, "--format", "json"));
    arguments.addAll(List.of(options));
    assertThat(program.run(arguments.toArray(String[]::new))).isZero();
    return new ObjectMapper().readTree(program.out()).get("services");
  }

  private static List<List<String>> orders() {
    List<String> reversed = new ArrayList<>(RESOURCES);
    java.util.Collections.reverse(reversed);
    return List.of(RESOURCES, reversed);
  }

  private Path state(List<String> resources) throws IOException {
    Path file = Files.createTempFile(folder, "state", ".json");
    return Files.writeString(file, STATE.formatted(String.join(",\n", resources)));
  }

  private static String zone(String id, String zoneId, String name, String servers, String vpc) {
    String vpcs =
        vpc.isEmpty() ? "" : "{\"vpc_id\": \"" + vpc + "\", \"vpc_region\": \"eu-central-1\"}";
    return """
        {"address": "aws_route53_zone.%s", "mode": "managed", "type": "aws_route53_zone", "name": "%s",
         "values": {"zone_id": "%s", "id": "%s", "name": "%s", "name_servers": [%s], "vpc": [%s]}}
        """
        .formatted(id, id, zoneId, zoneId, name, servers, vpcs);
  }

  private static String record(String id, String zoneId, String name, String type, String value) {
    return """
        {"address": "aws_route53_record.%s", "mode": "managed", "type": "aws_route53_record", "name": "%s",
         "values": {"zone_id": "%s", "name": "%s", "type": "%s", "ttl": 60, "records": ["%s"]}}
        """
        .formatted(id, id, zoneId, name, type, value);
  }

  private static String weighted(String zoneId, String name, String value) {
    return """
        {"address": "aws_route53_record.w%s", "mode": "managed", "type": "aws_route53_record", "name": "w%s",
         "values": {"zone_id": "%s", "name": "%s", "type": "A", "ttl": 60, "records": ["%s"],
          "set_identifier": "w", "weighted_routing_policy": [{"weight": 1}]}}
        """
        .formatted(zoneId, zoneId, zoneId, name, value);
  }
}
