package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code fleetdns init}: the first thing that people run. */
class InitCommandTest {
  @TempDir private Path folder;

  private final Launched fleetdns = new Launched();

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check FILE",
        "explain FILE api",
        "answer FILE api --country DE",
        "traffic FILE",
        "report FILE -o FILE.html"
      })
  void everyCommandHasSomethingToSayAboutTheStarter(String line) {
    assertThat(fleetdns.run("init", path("fleet.yaml"))).isZero();
    String[] arguments = line.replace("FILE", path("fleet.yaml")).split(" ", -1);

    assertThat(fleetdns.run(arguments)).describedAs(fleetdns.err()).isZero();
    assertThat(fleetdns.err()).isEmpty();
    assertThat(fleetdns.out()).isNotEmpty();
  }

  @Test
  void theSmallestIsAFleetToo() {
    assertThat(fleetdns.run("init", "--minimal", path("fleet.yaml"))).isZero();
    assertThat(fleetdns.run("check", path("fleet.yaml"))).isZero();
    assertThat(fleetdns.out()).contains("zone ai.example.com, 1 record set");
  }

  @Test
  void aNameWithoutAnEndingIsAFolder() {
    assertThat(fleetdns.run("init", path("my-fleet"))).isZero();
    assertThat(folder.resolve("my-fleet/fleet.yaml")).exists();
    assertThat(folder.resolve("my-fleet/fleet.schema.json")).exists();
  }

  @Test
  void inAFolderOfItsOwnItIsAProjectOfCdktf() throws Exception {
    fleetdns.run("init", path("mine/fleet.yaml"));

    assertThat(fleetdns.out()).contains("cdktf.json for CDK for Terraform");
    Optional<CdktfProject> project = CdktfProject.in(folder.resolve("mine"));
    assertThat(project.map(CdktfProject::app)).hasValue("fleetdns synth");
  }

  @Test
  void anotherFileNameIsInTheProjectsCommand() throws Exception {
    fleetdns.run("init", path("mine/infer.yaml"));

    assertThat(CdktfProject.in(folder.resolve("mine")).map(CdktfProject::app))
        .hasValue("fleetdns synth infer.yaml");
  }

  @Test
  void whereOtherThingsAreItIsNone() throws Exception {
    Files.writeString(folder.resolve("package.json"), "{}");
    fleetdns.run("init", path("fleet.yaml"));

    assertThat(folder.resolve("cdktf.json")).doesNotExist();
  }

  @Test
  void aSchemaThatIsTheSameKeepsItsTime() throws Exception {
    fleetdns.run("init", path("a.yaml"));
    Path schema = folder.resolve("fleet.schema.json");
    FileTime before = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(schema, before);

    assertThat(fleetdns.run("init", path("b.yaml"))).isZero();

    assertThat(Files.getLastModifiedTime(schema)).isEqualTo(before);
    assertThat(fleetdns.out()).startsWith("Wrote " + path("b.yaml") + ".\n");
  }

  @Test
  void anOldSchemaIsReplaced() throws Exception {
    Files.writeString(folder.resolve("fleet.schema.json"), "{}");
    fleetdns.run("init", path("a.yaml"));

    assertThat(folder.resolve("fleet.schema.json"))
        .hasSameBinaryContentAs(Path.of("fleet.schema.json"));
  }

  @Test
  void aPathThatCannotBeWrittenIsNamed() throws Exception {
    Files.writeString(folder.resolve("file"), "");

    for (String path : List.of("file/fleet.yaml", "file/below/fleet.yaml")) {
      assertThat(fleetdns.run("init", path(path))).isEqualTo(4);
      assertThat(fleetdns.err())
          .startsWith("fleetdns: cannot write " + path(path) + ": ")
          .contains(path("file"))
          .doesNotContain("Exception");
    }
  }
}
