package io.github.fleetdns.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What FILE can be, and what is said of everything else. */
class InputTest {
  private static final Path PLAN =
      Path.of("src", "test", "resources", "terraform", "001-weighted-for-each", "plan.json");

  private static final String CONFIG =
      """
      {"resource": {"aws_route53_zone": {"z": {"name": "example.com"}},
       "aws_route53_record": {"r": {"zone_id": "${aws_route53_zone.z.id}", "name": "a", "type": "A",
        "ttl": 5, "records": ["192.0.2.1"]}}}}
      """;

  @TempDir private Path folder;

  @Test
  void filesAreToldApartByContentWhateverTheyAreCalled() throws IOException {
    assertThat(zonesOf(write("a.yaml", "fleet: f\nzone: {name: a.example.com}\n"))).isEqualTo(1);
    assertThat(
            zonesOf(write("b.json", "{\"fleet\": \"f\", \"zone\": {\"name\": \"b.example.com\"}}")))
        .isEqualTo(1);
    assertThat(zonesOf(write("c", "{fleet: f, zone: {name: c.example.com}}"))).isEqualTo(1);
    assertThat(zonesOf(write("d", CONFIG))).isEqualTo(1);
    assertThat(zonesOf(write("e.yaml", Files.readString(PLAN)))).isEqualTo(1);
    assertThat(
            zonesOf(
                write(
                    "f.json",
                    "{\"format_version\": \"1.0\", \"values\": {\"root_module\": {\"resources\": ["
                        + "{\"mode\": \"managed\", \"type\": \"aws_route53_zone\", \"name\": \"z\","
                        + " \"values\": {\"name\": \"example.com\"}}]}}}")))
        .isEqualTo(1);
  }

  @Test
  void whatPowerShellRedirectsIsUtf16AndIsRead() throws IOException {
    Path file = folder.resolve("plan.json");
    Files.write(file, ("\uFEFF" + Files.readString(PLAN)).getBytes(StandardCharsets.UTF_16LE));

    assertThat(zonesOf(file)).isEqualTo(1);
  }

  @Test
  void aDirectoryIsOneConfigurationAndAnOutputDirectoryManyStacks() throws IOException {
    write("stacks/a/cdk.tf.json", CONFIG);
    write("stacks/b/cdk.tf.json", CONFIG.replace("example.com", "example.org"));
    write("one/zone.tf.json", CONFIG);
    write("one/z_override.tf.json", CONFIG.replace("192.0.2.1", "192.0.2.9"));

    assertThat(zonesOf(folder)).isEqualTo(2);
    assertThat(Input.read(folder.resolve("one")).zones().get(0).zone().recordSets().get(0).values())
        .containsExactly("192.0.2.9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "main.tf | resource {} | terraform-hcl | terraform show -json p > plan.json",
        "p | PK\u0003\u0004xx | file-binary | terraform show -json",
        "a.json | '' | file-empty | empty",
        "a.json | {\"resource\": [ | json-syntax | ends in the middle",
        "a.json | {} x | json-syntax | not JSON",
        "a.json | {\"a\": 1} | file-unknown | neither Terraform nor a fleet",
        "a | {\"lineage\": \"x\", \"serial\": 1} | terraform-state-file | terraform show -json",
        "a | {\"format_version\": \"2.0\", \"values\": {}} | terraform-version | 1.x",
        "a | x\u0000y | file-binary | no text",
      })
  void badInputSaysWhatToDo(String name, String content, String rule, String message)
      throws IOException {
    Input input = Input.read(write(name, content));

    assertThat(input.zones()).isEmpty();
    assertThat(input.problems())
        .singleElement()
        .matches(Problem::isError)
        .matches(problem -> problem.rule().equals(rule), rule)
        .matches(problem -> problem.message().contains(message), message);
  }

  @Test
  void aDirectoryOfTerraformsOwnLanguageAsksForAPlan() throws IOException {
    write("main.tf", "resource {}");

    assertThat(Input.read(folder).problems())
        .singleElement()
        .matches(problem -> problem.rule().equals("terraform-hcl"));
    assertThat(Input.read(folder.resolve("missing")).problems())
        .singleElement()
        .matches(problem -> problem.rule().equals("file-missing"));
  }

  @Test
  void everyProblemHasItsPlace() throws IOException {
    Path file = write("x.tf.json", CONFIG.replace("192.0.2.1", "${aws_eip.x.public_ip}"));

    assertThat(Input.read(file).problems())
        .singleElement()
        .matches(problem -> problem.location().line() == 3, "line 3")
        .matches(problem -> !problem.isError());
  }

  @Test
  void aPlanHasWhatIsBeforeAndWhatChanges() {
    Input input = Input.read(PLAN);

    assertThat(input.before()).isEmpty();
    assertThat(input.changes()).hasSize(8).allMatch(change -> !change.replaces());
    assertThat(input.zones().get(0).terraform().orElseThrow().address())
        .contains("aws_route53_zone.this");
    assertThat(
            input
                .zones()
                .get(0)
                .terraform()
                .orElseThrow()
                .healthCheckAt("aws_route53_health_check.this[\"blue\"].id"))
        .contains("aws_route53_health_check.this[\"blue\"]");
  }

  private static int zonesOf(Path path) {
    Input input = Input.read(path);
    assertThat(input.problems()).describedAs(path.toString()).noneMatch(Problem::isError);
    return input.zones().size();
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
