package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed stays readable when an input has many zones. */
class ManyZonesTest {
  private static final int ZONES = 41;

  @TempDir private Path folder;
  private final Launched program = new Launched();

  @Test
  void theyAreATableAndTheirProblemsStandTogether() throws Exception {
    Path file = write("a.tf.json", "@", "52.94.0.1");
    assertThat(program.run("check", "--all", file.toString())).isZero();
    assertThat(program.out().lines().filter(line -> line.matches("z\\d+\\.example +public +2 .*")))
        .hasSize(ZONES);
    assertThat(program.out()).endsWith(file + ": 41 zones, 41 warnings" + System.lineSeparator());
    assertThat(
            program
                .err()
                .lines()
                .map(line -> line.replaceAll(".*so this is @\\.(z\\d+)\\..*", "$1")))
        .containsExactlyElementsOf(IntStream.range(0, ZONES).mapToObj(i -> "z" + i).toList());
  }

  @Test
  void thoseWithoutAChangeAreCounted() throws Exception {
    Path before = write("a.tf.json", "www", "52.94.0.1");
    Path after = write("b.tf.json", "www", "52.94.0.2");
    assertThat(program.run("diff", before.toString(), after.toString())).isZero();
    assertThat(program.out())
        .contains("Zone z7.example", "40 zones without a change.")
        .doesNotContain("Nothing changes");
    assertThat(program.run("diff", before.toString(), before.toString())).isZero();
    assertThat(program.out().strip())
        .isEqualTo(
            "The way: works in any order; Terraform has nothing to do.\n\n"
                + "41 zones without a change.");
  }

  /** Two record sets in each zone; one of the seventh has the address. */
  private Path write(String file, String name, String address) throws IOException {
    String zones =
        IntStream.range(0, ZONES)
            .mapToObj(i -> "\"z%d\": {\"name\": \"z%d.example\"}".formatted(i, i))
            .collect(Collectors.joining(","));
    String records =
        IntStream.range(0, ZONES)
            .mapToObj(
                i ->
                    record(i, "a", name, i == 7 ? address : "52.94.0.9")
                        + ","
                        + record(i, "b", "b", "52.94.0.9"))
            .collect(Collectors.joining(","));
    return Files.writeString(
        folder.resolve(file),
        "{\"resource\": {\"aws_route53_zone\": {%s},\n\"aws_route53_record\": {%s}}}"
            .formatted(zones, records));
  }

  private static String record(int zone, String id, String name, String address) {
    return """
        "%s%d": {"zone_id": "${aws_route53_zone.z%d.zone_id}", "name": "%s", "type": "A", "ttl": 60,
          "records": ["%s"]}
        """
        .formatted(id, zone, zone, name, address);
  }
}
