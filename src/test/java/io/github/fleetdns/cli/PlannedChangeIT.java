package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fleetdns.terraform.Terraform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real CLI makes the plans anew, and does what fleetdns recommends. */
@Execution(ExecutionMode.CONCURRENT)
class PlannedChangeIT {
  private static final List<String> POLICIES =
      List.of("weighted", "latency", "failover", "geolocation");

  /** The changes whose steps are said to leave no gap. */
  private static final Set<String> WITHOUT_A_GAP =
      Set.of("001-policies", "004-renamed", "007-places");

  @TempDir private Path scratch;

  @BeforeAll
  static void terraformIsThereAndFindsTheProvider(@TempDir Path probe) throws Exception {
    Terraform.assumeThere(probe);
  }

  @AfterEach
  void unlinkPlugins() throws Exception {
    Terraform.unlinkPlugins(scratch);
  }

  static List<Path> cases() throws IOException {
    return PlannedChange.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aPlanMadeNowIsComparedAsTheOneThatIsKept(Path folder) throws Exception {
    PlannedChange change = new PlannedChange(folder);
    Terraform terraform = planned(folder);
    Path plan = plan(terraform, change.options());
    // Steps name the plan, and this one lies elsewhere.
    String text =
        PlannedChange.text(plan)
            .replace(plan.toString(), folder.resolve("plan.json").toString().replace('\\', '/'));
    assertThat(text).isEqualTo(Files.readString(folder.resolve("expected.txt")));

    if (WITHOUT_A_GAP.contains(folder.getFileName().toString())) {
      leadThereWithoutAGap(PlannedChange.commands(PlannedChange.json(plan)), terraform);
    }
  }

  /** Every name keeps an answer after every step. */
  private static void leadThereWithoutAGap(List<String> steps, Terraform terraform)
      throws Exception {
    Set<String> names = names(terraform.resources());
    assertThat(steps).last().isEqualTo("terraform apply");
    for (String command : steps.subList(0, steps.size() - 1)) {
      terraform.run(arguments(command)).succeeds();
      // What is only called another name in the state stays as it is.
      if (!command.startsWith("terraform state ")) {
        List<JsonNode> resources = terraform.resources();
        assertThat(names(resources)).describedAs(command).containsAll(names);
        Route53.requireValid(resources);
      }
    }
    terraform.run("apply", "-auto-approve").succeeds();
    assertThat(terraform.run("plan", "-input=false", "-detailed-exitcode").exit())
        .describedAs("a plan afterwards has nothing to do")
        .isZero();
  }

  private Terraform planned(Path folder) throws Exception {
    Terraform terraform = Terraform.in(scratch);
    Path before = folder.resolve("before.tf");
    copy(Files.exists(before) ? before : folder.resolve("after.tf"));
    terraform.run("init", "-input=false").succeeds();
    if (Files.exists(before)) {
      Terraform.Run apply = terraform.run("apply", "-auto-approve");
      assumeFalse(
          apply.foundNoAws(),
          "a plan of a change wants an emulator of AWS, whose URL FLEETDNS_TEST_ENDPOINT names"
              + " (these tests never use an AWS account)");
      apply.succeeds();
      copy(folder.resolve("after.tf"));
    }
    return terraform;
  }

  private void copy(Path configuration) throws IOException {
    Files.copy(configuration, scratch.resolve("main.tf"), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path plan(Terraform terraform, List<String> options) throws Exception {
    List<String> plan = new ArrayList<>(List.of("plan", "-input=false", "-out=the.plan"));
    plan.addAll(options);
    terraform.run(plan.toArray(String[]::new)).succeeds();
    String json = terraform.run("show", "-json", "the.plan").succeeds().output();
    return Files.writeString(scratch.resolve("plan.json"), json);
  }

  private static String[] arguments(String command) {
    return Stream.of(command.split(" "))
        .skip(1)
        .map(word -> word.replace("'", ""))
        .toArray(String[]::new);
  }

  private static Set<String> names(List<JsonNode> resources) {
    Set<String> names = new HashSet<>();
    for (JsonNode resource : resources) {
      if (resource.get("type").asText().equals("aws_route53_record")) {
        names.add(resource.at("/values/name").asText());
      }
    }
    return names;
  }

  /**
   * What Route 53 refuses of record sets at one name, written anew (route53.md#r20, route53.md#r21,
   * route53.md#r32, route53.md#r33).
   */
  private static final class Route53 {
    static void requireValid(List<JsonNode> resources) {
      Map<String, Set<String>> policies = new HashMap<>();
      Map<String, Set<Boolean>> cnames = new HashMap<>();
      for (JsonNode resource : resources) {
        JsonNode values = resource.get("values");
        if (resource.get("type").asText().equals("aws_route53_record")) {
          String name = values.get("name").asText();
          String type = values.get("type").asText();
          policies.computeIfAbsent(name + " " + type, k -> new HashSet<>()).add(policy(values));
          cnames.computeIfAbsent(name, k -> new HashSet<>()).add(type.equals("CNAME"));
        }
      }
      assertThat(policies).allSatisfy((group, found) -> assertThat(found).hasSize(1));
      assertThat(cnames).allSatisfy((name, found) -> assertThat(found).hasSize(1));
    }

    private static String policy(JsonNode values) {
      return POLICIES.stream()
          .filter(policy -> !values.path(policy + "_routing_policy").isEmpty())
          .findFirst()
          .orElse("simple");
    }
  }
}
