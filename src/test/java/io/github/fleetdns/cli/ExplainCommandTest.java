package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it prints is in docs/routing.md; see DocsTest. */
class ExplainCommandTest {
  private final Launched program = new Launched();

  @Test
  void terraformIsExplainedAsAFleetIs() {
    assertThat(
            program.run("explain", "src/test/resources/terraform/001-weighted-for-each/plan.json"))
        .isZero();
    assertThat(program.out()).contains("weighted: by weight among the healthy");
  }

  @Test
  void aNameOfTheDefaultZoneIsExplainedFromItsTerraformToo() {
    assertThat(program.run("explain", "main.tf.json.snapshot", "us-east-1-ai-server")).isZero();
    assertThat(program.out()).contains("us-east-1-ai-server.aiapp.example.com A");
  }

  @Test
  void terraformsOwnLanguageIsNotRead() {
    assertThat(program.run("explain", "src/test/resources/terraform/001-weighted-for-each/main.tf"))
        .isEqualTo(ExitCode.INPUT);
    assertThat(program.err()).contains("terraform show -json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such.yaml", "no-such.json"})
  void whatIsMissingIsSaid(String file) {
    assertThat(program.run("explain", file)).isEqualTo(ExitCode.INPUT);
    assertThat(program.err()).contains("no such file");
  }

  @Test
  void withoutAFileANameIsOneOfTheDefaultFile() {
    assertThat(program.run("explain", "us-east-1-ai-server")).isZero();
    assertThat(program.out()).startsWith("us-east-1-ai-server.aiapp.example.com A\n10.0.0.1\n");
  }

  @Test
  void withoutAServiceItSaysWhatOneIsAndShowsThePlainNames() {
    assertThat(program.run("explain")).isZero();
    assertThat(program.err())
        .contains("A service is a name whose answer is chosen among endpoints")
        .contains(
            """
              services:
                api:
                  route: {latency: [us-east-1-ai-server, us-west-1-ai-server,\
             eu-central-1-ai-server]}
            """);
    assertThat(program.out()).contains("eu-central-1-ai-server.aiapp.example.com A\n10.0.0.3\n");
  }

  @Test
  void theLinesThatItShowsMakeAService(@TempDir Path folder) throws Exception {
    program.run("explain");
    String lines =
        program
            .err()
            .lines()
            .filter(line -> line.startsWith("  "))
            .collect(Collectors.joining("\n"));
    Path file = folder.resolve("fleet.yaml");
    Files.writeString(file, Files.readString(Path.of("fleet.yaml")) + "\n" + lines.indent(-2));

    assertThat(program.run("explain", file.toString(), "api")).isZero();
    assertThat(program.out()).contains("latency: ");
    assertThat(program.run("traffic", file.toString())).isZero();
  }
}
