package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.terraform.Synthesizer;
import io.github.fleetdns.terraform.Terraform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A zone that Terraform made is taken over by another configuration without a change. */
class AdoptedZoneIT {
  /** Where a provider that only plays Route 53 keeps what it has, beside Terraform's plug-ins. */
  private static final Path JOURNAL = Path.of(".terraform", "route53.jsonl");

  @TempDir private static Path scratch;

  private final Launched program = new Launched();

  @BeforeAll
  static void assumeTerraform() throws Exception {
    Terraform.assumeThere(scratch);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"data-residency", "policy-cidr", "policy-geoproximity", "policy-multivalue"})
  void theFirstPlanChangesNothing(String example, @TempDir Path folder) throws Exception {
    Path made = synth(Path.of("examples", example, "fleet.yaml"), folder.resolve("made"));
    Terraform first = Terraform.in(made);
    first.run("init", "-input=false").succeeds();
    Terraform.Run apply = first.run("apply", "-input=false", "-auto-approve");
    assumeTrue(!apply.foundNoAws(), "no Route 53 here to apply to");
    apply.succeeds();
    assumeTrue(Files.exists(made.resolve(JOURNAL)), "this Route 53 cannot be shown to another");
    Path state =
        Files.writeString(
            folder.resolve("state.json"), first.run("show", "-json").succeeds().output());

    Path adopted = folder.resolve("fleet.yaml");
    succeeds("import", state.toString(), "-o", adopted.toString());
    Path taken = synth(adopted, folder.resolve("taken"), "--import");
    Terraform second = Terraform.in(taken);
    second.run("init", "-input=false").succeeds();
    Files.copy(made.resolve(JOURNAL), taken.resolve(JOURNAL));

    long managed =
        first.resources().stream()
            .filter(resource -> resource.path("mode").asText().equals("managed"))
            .count();
    assertThat(second.run("plan", "-input=false", "-no-color").succeeds().output())
        .contains("Plan: " + managed + " to import, 0 to add, 0 to change, 0 to destroy.");
  }

  private Path synth(Path file, Path out, String... options) {
    succeeds(
        Stream.concat(
                Stream.of("synth", file.toString(), "--out", out.toString()), Stream.of(options))
            .toArray(String[]::new));
    return Synthesizer.stackDirectory(out, FleetFile.read(file).fleet().orElseThrow());
  }

  private void succeeds(String... args) {
    assertThat(program.run(args)).describedAs(program.err()).isZero();
  }
}
