package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthCommandTest {
  private static final String BATCH_READS = "TF_AWS_ROUTE53_RECORD_BATCH_READS=1";

  private final Launched program = new Launched();

  @Test
  void ofManyRecordSetsItSaysHowTheyAreReadFaster(@TempDir Path directory) throws Exception {
    assertThat(synth(directory, 100)).contains(BATCH_READS);
    assertThat(synth(directory, 99)).doesNotContain(BATCH_READS);
  }

  private String synth(Path directory, int endpoints) throws Exception {
    String fleet =
        IntStream.range(0, endpoints)
            .mapToObj(i -> "  s" + i + ": {address: 52.94.1." + i + "}\n")
            .collect(
                Collectors.joining("", "fleet: x\nzone: {name: ai.example.com}\nendpoints:\n", ""));
    Path file = Files.writeString(directory.resolve("fleet.yaml"), fleet);
    int exit = program.run("synth", file.toString(), "--out", directory.resolve("out").toString());
    assertThat(exit).as(program.err()).isZero();
    return program.out();
  }
}
