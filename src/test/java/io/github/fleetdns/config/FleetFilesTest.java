package io.github.fleetdns.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several files of one run must not have in common; the messages are in bad-input/7*. */
class FleetFilesTest {
  @TempDir private Path folder;

  @Test
  void filesOfDifferentFleetsAreFine() throws IOException {
    FleetFiles files =
        read(fleet("east", "east.example.com", ""), fleet("west", "west.example.com", ""));
    assertThat(files.problems()).isEmpty();
    assertThat(files.fleets()).extracting(Fleet::name).containsExactly("east", "west");
  }

  @Test
  void thirdFileOfAFleetIsComparedToTheFirst() throws IOException {
    FleetFiles files =
        read(
            fleet("a", "a.example.com", ""),
            fleet("a", "b.example.com", ""),
            fleet("a", "c.example.com", ""));
    assertThat(files.problems())
        .extracting(Problem::rule)
        .containsExactly("fleet-duplicate", "fleet-duplicate");
    assertThat(files.problems()).allMatch(problem -> problem.message().contains("0.yaml:1:8"));
  }

  @Test
  void sameFileTwiceIsADuplicate() throws IOException {
    Path file = Files.writeString(folder.resolve("f.yaml"), fleet("a", "a.example.com", ""));
    assertThat(FleetFiles.read(List.of(file, file)).hasErrors()).isTrue();
  }

  @Test
  void sameZoneIsOnlyAWarning() throws IOException {
    FleetFiles files = read(fleet("a", "x.example.com", ""), fleet("b", "X.example.com.", ""));
    assertThat(files.problems()).extracting(Problem::rule).containsExactly("zone-duplicate");
    assertThat(files.hasErrors()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "local | false",
        "{local: {path: dns.tfstate}} | false",
        "{local: {path: /var/dns.tfstate}} | true",
        "{s3: {bucket: b, region: us-east-1}} | false",
        "{s3: {bucket: b, region: us-east-1, key: k}} | true",
        "{cloud: {organization: o, workspaces: {name: w}}} | true",
        "{cloud: {organization: o, workspaces: {tags: [w]}}} | true",
        "{remote: {organization: o, workspaces: {prefix: w}}} | true",
      })
  void stateIsSharedWhereTheBackendDoesNotNameTheFleet(String backend, boolean shared)
      throws IOException {
    FleetFiles files =
        read(
            fleet("a", "a.example.com", "backend: " + backend),
            fleet("b", "b.example.com", "backend: " + backend));
    assertThat(files.problems())
        .extracting(Problem::rule)
        .isEqualTo(shared ? List.of("backend-shared") : List.of());
  }

  @Test
  void brokenFileDoesNotHideTheProblemsOfTheOthers() throws IOException {
    FleetFiles files = read("fleet: [", fleet("a", "com", ""));
    assertThat(files.problems())
        .extracting(Problem::rule)
        .containsExactly("yaml-syntax", "zone-name-tld");
    assertThat(files.fleets()).isEmpty();
  }

  private static String fleet(String name, String zone, String more) {
    return "fleet: " + name + "\nzone: {name: " + zone + "}\n" + more + "\n";
  }

  private FleetFiles read(String... texts) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String text : texts) {
      files.add(Files.writeString(folder.resolve(files.size() + ".yaml"), text));
    }
    return FleetFiles.read(files);
  }
}
