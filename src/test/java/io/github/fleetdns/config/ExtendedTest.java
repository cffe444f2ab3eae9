package io.github.fleetdns.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtendedTest {
  private static final String BASE =
      """
      fleet: ai
      zone: {name: ai.example.com, comment: base}
      endpoints:
        a: {address: 52.94.1.1, region: us-east-1}
        b: {address: 52.94.1.2, region: us-west-1}
      services:
        api: {ttl: 60, route: {weighted: {a: 1, b: 3}}}
      records:
        www: {A: [52.94.1.8, 52.94.1.9]}
      """;

  @TempDir private Path folder;

  private Path file(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void mapsAreMergedListsReplacedAndNullRemoves() throws Exception {
    file("fleet.yaml", BASE);
    Path prod =
        file(
            "fleet.prod.yaml",
            """
            extends: fleet.yaml
            fleet: ai-prod
            zone: {name: prod.example.com, comment: null}
            endpoints: {a: {address: 52.94.9.1}, b: null}
            services: {api: {route: {weighted: {b: null}}}}
            records: {www: {A: [52.94.9.8]}}
            """);

    FleetFile read = FleetFile.read(prod);

    assertThat(read.problems()).isEmpty();
    Fleet fleet = read.fleet().orElseThrow();
    assertThat(fleet.name()).isEqualTo("ai-prod");
    assertThat(fleet.zone().name()).hasToString("prod.example.com");
    assertThat(fleet.zone().comment()).isEmpty();
    assertThat(fleet.endpoints())
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.region()).contains("us-east-1");
              assertThat(a.target().toString()).contains("52.94.9.1");
            });
    assertThat(fleet.records().get(0).values()).containsExactly("52.94.9.8");
  }

  @Test
  void aProblemIsInTheFileWhereTheValueStands() throws Exception {
    Path base = file("fleet.yaml", BASE.replace("52.94.1.2", "52.94.1.300"));
    Path prod = file("fleet.prod.yaml", "extends: fleet.yaml\nendpoints: {a: {address: here}}\n");

    assertThat(FleetFile.read(prod).problems())
        .filteredOn(Problem::isError)
        .extracting(problem -> problem.location().toString())
        .containsExactlyInAnyOrder(base + ":5:16", prod + ":2:26");
  }

  @Test
  void severalFilesAreMergedInTheirOrder() throws Exception {
    file("fleet.yaml", BASE);
    file("eu.yaml", "zone: {name: eu.example.com}\ndefaults: {ttl: 20}\n");
    Path both = file("both.yaml", "extends: [fleet.yaml, eu.yaml]\nfleet: both\n");

    Fleet fleet = FleetFile.read(both).fleet().orElseThrow();

    assertThat(fleet.zone().name()).hasToString("eu.example.com");
    assertThat(fleet.ttl()).isEqualTo(20);
  }

  @Test
  void loopsMissingFilesAndFilesElsewhereAreErrors() throws Exception {
    file("a.yaml", "extends: b.yaml\n");
    file("b.yaml", "extends: a.yaml\n");
    Path wild = file("wild.yaml", "extends: [a.yaml, no.yaml, /etc/hosts, ../x.yaml, list.yaml]\n");
    file("list.yaml", "- a\n");

    assertThat(FleetFile.read(wild).problems())
        .filteredOn(problem -> problem.rule().startsWith("extends"))
        .extracting(problem -> problem.location().line() + " " + problem.rule())
        .containsExactlyInAnyOrder(
            "1 extends-loop",
            "1 extends-file",
            "1 extends-outside",
            "1 extends-outside",
            "1 extends-file");
  }

  @Test
  void whatIsResolvedIsAFleetFileThatSaysWhereItsValuesStand() throws Exception {
    Path base = file("fleet.yaml", BASE);
    Path prod = file("fleet.prod.yaml", "extends: fleet.yaml\ndefaults: {ttl: 20}\n");

    String text = ResolvedFile.read(prod).text().orElseThrow();

    assertThat(text)
        .contains("  ttl: 20  # " + prod + ":2\n")
        .contains("    address: \"52.94.1.1\"  # " + base + ":4\n");
    assertThat(FleetFile.parse("x", text).fleet()).isEqualTo(FleetFile.read(prod).fleet());
  }
}
