package io.github.fleetdns.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.fleet.Fleet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A health check that Route 53 does not change goes through the real terraform CLI, over an API
 * that keeps a journal of its calls and refuses what Route 53 refuses.
 */
class HealthCheckIT {
  private static final String FLEET =
      """
      fleet: llm
      zone: {name: ai.example.com}
      defaults: {ttl: 60}
      endpoints:
        east: {region: us-east-1, %s}
        west: {region: us-west-2, address: 52.94.1.2, health: {https: /healthz}}
        both: {address: 52.94.1.3, health: {calculated: {children: [east, west], at-least: 1}}}
      services:
        chat: {route: {failover: [east, west]}}
        all: {route: {weighted: [both, west]}}
      """;

  @TempDir private Path out;

  @BeforeAll
  static void terraformIsThereAndFindsTheProvider(@TempDir Path scratch) throws Exception {
    Terraform.assumeThere(scratch);
  }

  @AfterEach
  void unlinkPlugins() throws Exception {
    Terraform.unlinkPlugins(out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "address: 52.94.1.1, health: {https: /h} | address: 52.94.1.1, health: {https: /h, interval: 10}",
        "address: 52.94.1.1, health: {https: /h} | address: 52.94.1.1, health: {http: /h}",
        "address: 52.94.1.1, health: {https: /h} | address: 52.94.1.1, health: {https: /h, measure-latency: true}",
        "address: 52.94.1.1, health: {https: /h}"
            + " | load-balancer: dualstack.g-1.us-east-1.elb.amazonaws.com, health: {https: /h}",
        "load-balancer: dualstack.g-1.us-east-1.elb.amazonaws.com, health: {https: /h}"
            + " | address: 52.94.1.1, health: {https: /h}",
      })
  void recordsAreLedToTheNewCheckBeforeTheOldOneGoes(String before, String after) throws Exception {
    Terraform terraform = applied(before);
    Path journal = out.resolve("stacks/llm/.terraform/route53.jsonl");
    assumeTrue(Files.exists(journal), "the API of Route 53 here keeps no journal");
    int past = Files.readAllLines(journal).size();

    Path next = out.resolve("next");
    Terraform.synth(List.of(fleet(after)), next);
    Files.copy(
        Synthesizer.stackDirectory(next, fleet(after)).resolve("cdk.tf.json"),
        Synthesizer.stackDirectory(out, fleet(after)).resolve("cdk.tf.json"),
        StandardCopyOption.REPLACE_EXISTING);
    terraform.run("apply", "-input=false", "-auto-approve").succeeds();

    List<String> calls = new ArrayList<>();
    for (String line :
        Files.readAllLines(journal).subList(past, Files.readAllLines(journal).size())) {
      JsonNode call = new ObjectMapper().readTree(line);
      assertThat(call.has("refused")).as(line).isFalse();
      calls.add(call.toString());
    }
    int made = first(calls, "create_check");
    int gone = first(calls, "delete_check");
    assertThat(made).as("%s", calls).isGreaterThanOrEqualTo(0).isLessThan(gone);
    assertThat(calls.subList(made, gone)).as("%s", calls).anyMatch(c -> c.contains("chat."));
    assertThat(calls.subList(made, gone)).as("%s", calls).anyMatch(c -> c.contains("update_check"));
    assertThat(calls.subList(gone, calls.size())).noneMatch(c -> c.contains("chat."));
  }

  private static int first(List<String> calls, String what) {
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).contains(what)) {
        return i;
      }
    }
    return -1;
  }

  private Terraform applied(String east) throws Exception {
    Fleet fleet = fleet(east);
    Terraform.synth(List.of(fleet), out);
    Terraform terraform = Terraform.in(Synthesizer.stackDirectory(out, fleet));
    terraform.run("init", "-input=false").succeeds();
    Terraform.Run apply = terraform.run("apply", "-input=false", "-auto-approve");
    assumeTrue(!apply.foundNoAws(), "nobody answers for Route 53");
    apply.succeeds();
    return terraform;
  }

  private static Fleet fleet(String east) {
    return FleetFile.parse("fleet.yaml", FLEET.formatted(east)).fleet().orElseThrow();
  }
}
