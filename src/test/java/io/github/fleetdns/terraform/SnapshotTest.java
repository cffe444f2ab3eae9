package io.github.fleetdns.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.Goldens;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.fleet.Fleet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is synthesized, byte for byte: the default fleet and every example. */
class SnapshotTest {
  private static final Path EXAMPLES = Path.of("examples");

  @TempDir private Path out;

  static List<Path> examples() throws Exception {
    try (Stream<Path> folders = Files.list(EXAMPLES)) {
      return folders.filter(folder -> Files.exists(folder.resolve("fleet.yaml"))).sorted().toList();
    }
  }

  @Test
  void theDefaultFleetIsTheSnapshotAtTheTop() throws Exception {
    Goldens.assertMatches(Path.of("main.tf.json.snapshot"), synth(Path.of("fleet.yaml"), "first"));
  }

  @Test
  void synthesizingTwiceGivesTheSameBytes() throws Exception {
    Path fleet = Path.of("fleet.yaml");
    assertThat(synth(fleet, "second")).isEqualTo(synth(fleet, "first"));
  }

  @Test
  void nothingOfThisMachineIsInTheOutput() throws Exception {
    assertThat(synth(Path.of("fleet.yaml"), "first"))
        .doesNotContain(out.toString())
        .doesNotContain(Path.of("").toAbsolutePath().toString())
        .doesNotContain(System.getProperty("user.home"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsItsGolden(Path example) throws Exception {
    String actual = synth(example.resolve("fleet.yaml"), "first");
    Goldens.assertMatches(example.resolve("expected.tf.json"), actual);
  }

  private String synth(Path file, String folder) throws Exception {
    FleetFile read = FleetFile.read(file);
    assertThat(read.fleet()).describedAs("%s", read.problems()).isPresent();
    Fleet fleet = read.fleet().get();
    Path directory = out.resolve(folder);
    Synthesizer.synth(List.of(fleet), directory);
    return Files.readString(Synthesizer.stackDirectory(directory, fleet).resolve("cdk.tf.json"));
  }
}
