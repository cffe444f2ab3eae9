package io.github.fleetdns.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With keys that were never any: today none is retired. */
class RetiredKeysTest {
  private static final RetiredKeys KEYS =
      new RetiredKeys(
          List.of(
              RetiredKeys.Key.renamed(List.of("zone", "domain"), "name", "2.0"),
              RetiredKeys.Key.renamed(List.of("endpoints", "*", "ip"), "address", "2.1"),
              RetiredKeys.Key.gone(
                  List.of("mode"), "2.2", "write the policy as the service's route")));

  private final List<Problem> problems = new ArrayList<>();

  private FleetFile read(String text) {
    YamlNode document = YamlReader.read("fleet.yaml", text, problems).orElseThrow();
    return FleetReader.read("fleet.yaml", document, KEYS, problems);
  }

  private List<String> said(String text) {
    return read(text).problems().stream().map(Problem::toString).toList();
  }

  @Test
  void whatIsRenamedKeepsWorkingAndIsSaid() {
    FleetFile file =
        read(
            """
            fleet: demo
            zone: {domain: ai.example.com}
            endpoints:
              eu: {ip: 52.94.1.1}
            services:
              api: {route: eu}
            """);

    assertThat(file.problems().stream().map(Problem::toString))
        .containsExactly(
            "fleet.yaml:2:8: warning: \"domain\" is called \"name\" since 2.0; rename it"
                + " (retired-key)",
            "fleet.yaml:4:8: warning: \"ip\" is called \"address\" since 2.1; rename it"
                + " (retired-key)");
    assertThat(file.compiled().orElseThrow().zone().recordSets())
        .extracting(set -> set.name() + " " + set.values())
        .contains("api.ai.example.com [52.94.1.1]");
  }

  @Test
  void bothNamesAreOneTooMany() {
    assertThat(said("fleet: demo\nzone: {domain: a.example.com, name: b.example.com}\n"))
        .contains(
            "fleet.yaml:2:8: error: \"domain\" is the old name of \"name\", which is here too;"
                + " remove \"domain\" (retired-key)")
        .noneMatch(line -> line.contains("unknown-key"));
  }

  @Test
  void ofWhatIsGoneTheErrorSaysWhatTookItsPlace() {
    assertThat(said("fleet: demo\nmode: weighted\nzone: {name: a.example.com}\n"))
        .contains(
            "fleet.yaml:2:1: error: \"mode\" is gone since 2.2; write the policy as the service's"
                + " route (retired-key)")
        .noneMatch(line -> line.contains("unknown-key"));
  }

  @Test
  void theSameWordElsewhereIsNoneOfThem() {
    assertThat(said("fleet: demo\nzone: {name: a.example.com, mode: x}\n"))
        .anyMatch(line -> line.contains("unknown key \"mode\""))
        .noneMatch(line -> line.contains("retired-key"));
  }
}
