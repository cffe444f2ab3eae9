package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.fleet.Backend;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that {@code synth} ends with work as they are printed. */
class NextStepsTest {
  private static final Fleet FLEET =
      Fleet.builder("ai", "ai.example.com").endpoint(Endpoint.at("a", "192.0.2.1")).build();

  @TempDir private Path folder;

  private Installed having(String... programs) throws IOException {
    for (String program : programs) {
      Path file = Files.writeString(folder.resolve(program), "#!/bin/sh\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    return new Installed("/nonexistent:" + folder);
  }

  @ParameterizedTest
  @CsvSource({
    "terraform tofu, terraform",
    "terraform, terraform",
    "tofu, tofu",
    "'', terraform",
  })
  void theyNameTheTerraformThatIsThere(String installed, String named) throws Exception {
    Installed programs = having(installed.isEmpty() ? new String[0] : installed.split(" ", -1));

    assertThat(new NextSteps(programs, false).of(FLEET, Path.of("out/stacks/ai")))
        .containsExactly(
            "%1$s -chdir=out/stacks/ai init && %1$s -chdir=out/stacks/ai plan".formatted(named));
  }

  @Test
  void aPathIsQuotedWhereAShellWouldSplitIt() throws Exception {
    assertThat(new NextSteps(having(), false).of(FLEET, Path.of("my out/it's")))
        .containsExactly(
            "terraform -chdir='my out/it'\\''s' init && terraform -chdir='my out/it'\\''s' plan");
  }

  @ParameterizedTest
  @CsvSource({
    "'', npx cdktf-cli@0.19.2 deploy ai",
    "cdktf, cdktf deploy ai",
    "cdktn, cdktn deploy ai",
    "cdktn cdktf, cdktn deploy ai",
  })
  void theyNameTheCliOfCdktfThatIsThere(String installed, String named) throws Exception {
    Installed programs = having(installed.isEmpty() ? new String[0] : installed.split(" ", -1));

    assertThat(new NextSteps(programs, true).of(FLEET, Path.of("o"))).hasSize(2).contains(named);
  }

  @Test
  void aWorkspaceWantsALogin() throws Exception {
    Fleet fleet =
        Fleet.builder("ai", "ai.example.com")
            .endpoint(Endpoint.at("a", "192.0.2.1"))
            .backend(new Backend.Cloud(Optional.empty(), "org", new Backend.Workspaces.Named("ws")))
            .build();

    assertThat(new NextSteps(having("tofu"), false).of(fleet, Path.of("o")).get(0))
        .startsWith("tofu login ");
  }

  // ---- whether cdktf.json leads to the stack ----

  private boolean leads(String app, String file, String out) throws IOException {
    Files.writeString(folder.resolve("cdktf.json"), CdktfProject.text(app));
    return CdktfProject.in(folder)
        .orElseThrow()
        .leadsTo(List.of(Path.of(file)), folder.resolve(out));
  }

  @ParameterizedTest
  @CsvSource({
    "./fleetdns synth, fleet.yaml, cdktf.out, true",
    "fleetdns synth, ./fleet.yaml, cdktf.out/, true",
    "/opt/a b/fleetdns synth my.yaml, my.yaml, cdktf.out, true",
    "fleetdns synth, other.yaml, cdktf.out, false",
    "fleetdns synth other.yaml, fleet.yaml, cdktf.out, false",
    "fleetdns synth, fleet.yaml, elsewhere, false",
    "mvn exec:java, fleet.yaml, cdktf.out, false",
    "npx ts-node main.ts, fleet.yaml, cdktf.out, false",
  })
  void aProjectLeadsToWhatItsCommandWritesWhereItLooks(
      String app, String file, String out, boolean leads) throws Exception {
    String quoted = app.replace("/opt/a b/fleetdns", "'/opt/a b/fleetdns'");
    assertThat(leads(quoted, file, out)).isEqualTo(leads);
  }

  @Test
  void withoutAProjectNothingLeadsThere() {
    assertThat(CdktfProject.in(folder)).isEmpty();
  }

  @Test
  void aProjectThatIsNoJsonIsNone() throws Exception {
    Files.writeString(folder.resolve("cdktf.json"), "{");
    assertThat(CdktfProject.in(folder)).isEmpty();
  }
}
