package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The manual pages of a release. */
class ManPagesTest {
  private final Map<String, String> pages = ManPages.pages("0.0.0");

  @Test
  void everyCommandHasOneAndTheFirstNamesThemAll() {
    Main.commandLine(Launched.nowhere())
        .getSubcommands()
        .keySet()
        .forEach(
            name -> {
              assertThat(pages).containsKey("fleetdns-" + name + ".1");
              assertThat(pages.get("fleetdns.1")).contains("fleetdns\\-" + name + "(1)");
            });
  }

  @Test
  void aPageHasTheOptionsWithTheirDefaults() {
    assertThat(pages.get("fleetdns-serve.1"))
        .startsWith(".TH \"FLEETDNS-SERVE\" 1 \"\" \"fleetdns 0.0.0\"")
        .contains(".TP\n\\fB\\-\\-port=PORT\\fR\nWhere to listen")
        .contains("(default: 127.0.0.1, this machine only)")
        .contains("Example: fleetdns serve fleet.yaml")
        .doesNotContain("${");
  }

  @Test
  void nothingIsTakenForARequestOfRoff() {
    assertThat(pages.values())
        .allSatisfy(
            page ->
                assertThat(page.lines().filter(line -> line.startsWith(".")))
                    .allMatch(line -> line.matches("\\.(TH .*|SH [A-Z]+|TP|nf|fi)")))
        .allSatisfy(page -> assertThat(page.lines()).noneMatch(line -> line.startsWith("'")));
  }
}
