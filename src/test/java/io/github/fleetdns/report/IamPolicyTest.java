package io.github.fleetdns.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.fleetdns.Goldens;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.terraform.StackResource;
import io.github.fleetdns.text.Hidden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The policies of the examples; some of them are kept, in {@code expected.iam.json}. */
class IamPolicyTest {
  /** What everybody may do, or what Terraform computes itself. */
  private static final Set<String> FREE =
      Set.of(
          "aws_caller_identity",
          "aws_elb_hosted_zone_id",
          "aws_iam_policy_document",
          "aws_lb_hosted_zone_id",
          "aws_partition",
          "aws_region");

  static List<Path> examples() throws IOException {
    return examplesWith("expected.tf.json");
  }

  static List<Path> kept() throws IOException {
    return examplesWith("expected.iam.json");
  }

  private static List<Path> examplesWith(String file) throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("examples"))) {
      return folders.filter(folder -> Files.exists(folder.resolve(file))).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyResourceOfAnExampleIsCovered(Path example) throws IOException {
    for (StackResource resource : resources(example)) {
      List<Map<String, Object>> alone =
          statements(IamPolicy.of(fleet(example), List.of(resource), Optional.empty()));
      assertThat(alone.isEmpty())
          .describedAs("%s needs no permission", resource.address())
          .isEqualTo(resource.data() && FREE.contains(resource.type()));
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyStatementIsWellFormed(Path example) throws IOException {
    assertThat(statements(policy(example)))
        .isNotEmpty()
        .allSatisfy(
            statement -> {
              assertThat((String) statement.get("Sid")).matches("[A-Za-z0-9]+");
              assertThat(list(statement.get("Action"))).allMatch(a -> a.matches("[a-z0-9]+:\\w+"));
              assertThat(list(statement.get("Resource")))
                  .allMatch(
                      r -> r.equals("*") || r.matches("arn:aws:[a-z0-9]+:[a-z0-9-]*:[*]?:.+"));
            });
  }

  @ParameterizedTest
  @MethodSource("kept")
  void aPolicyIsItsGolden(Path example) throws IOException {
    String actual = Json.write(policy(example), Hidden.NONE) + "\n";
    Goldens.assertMatches(example.resolve("expected.iam.json"), actual);
  }

  @Test
  void onlyTheNamesOfTheZoneMayBeChanged() throws IOException {
    Map<String, Object> records = statement(policy(Path.of("examples/zone-delegated")), "Records");
    assertThat(records.get("Condition"))
        .asString()
        .contains("NormalizedRecordNames=[*.aiapp.example.com, aiapp.example.com]");
  }

  @Test
  void onlyTheDelegationMayBeChangedInTheParent() throws IOException {
    Map<String, Object> records =
        statement(policy(Path.of("examples/zone-delegated")), "ParentRecords");
    assertThat(records.get("Condition"))
        .asString()
        .contains("NormalizedRecordNames=aiapp.example.com", "RecordTypes=NS");
  }

  @Test
  void aKnownZoneIsTheOnlyOne() throws IOException {
    Path example = Path.of("examples/zone-query-log");
    Map<String, Object> policy =
        IamPolicy.of(fleet(example), resources(example), Optional.of("Z0123456789"));
    assertThat(policy).asString().contains("hostedzone/Z0123456789").doesNotContain("hostedzone/*");
  }

  @Test
  void anUnknownResourceIsNotPassedOver() {
    Fleet fleet = Fleet.builder("a", "example.com").build();
    StackResource unknown =
        new StackResource(false, "aws_unheard_of", "x", JsonNodeFactory.instance.objectNode());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IamPolicy.of(fleet, List.of(unknown), Optional.empty()))
        .withMessageContaining("aws_unheard_of.x");
  }

  private static Map<String, Object> policy(Path example) throws IOException {
    return IamPolicy.of(fleet(example), resources(example), Optional.empty());
  }

  private static Fleet fleet(Path example) {
    return FleetFile.read(example.resolve("fleet.yaml")).fleet().orElseThrow();
  }

  private static List<StackResource> resources(Path example) throws IOException {
    return StackResource.parse(Files.readString(example.resolve("expected.tf.json")));
  }

  private static Map<String, Object> statement(Map<String, Object> policy, String id) {
    return statements(policy).stream()
        .filter(statement -> statement.get("Sid").equals(id))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> statements(Map<String, Object> policy) {
    return (List<Map<String, Object>>) policy.get("Statement");
  }

  @SuppressWarnings("unchecked")
  private static List<String> list(Object oneOrList) {
    return oneOrList instanceof String one ? List.of(one) : (List<String>) oneOrList;
  }
}
