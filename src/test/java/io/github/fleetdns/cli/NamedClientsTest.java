package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of everybody holds for the clients whom a zone itself names, too. */
class NamedClientsTest {
  private static final String NETWORKS =
      """
      fleet: net
      zone: {name: ai.example.com}
      defaults: {ttl: 60}
      endpoints:
        a: {address: 52.94.1.1, health: {https: /}}
        b: {address: 52.94.1.2, health: {https: /}}
      services:
        chat:
          route:
            cidr:
              office: {blocks: [198.51.100.0/24, 203.0.113.0/24], route: a}
              lab: {blocks: [192.0.2.0/24], route: b}
              "*": b
      """;

  private static final String PLACES =
      """
      fleet: geo
      zone: {name: ai.example.com}
      defaults: {ttl: 60}
      endpoints:
        a: {address: 52.94.1.1, capacity: 10, health: {https: /}}
        b: {address: 52.94.1.2, capacity: 1000, health: {https: /}}
      services:
        chat: {route: {geolocation: {europe: a, asia: b, africa: b, north-america: b,
          south-america: b, oceania: b, antarctica: b, "*": b}}}
      """;

  @TempDir private Path folder;
  private final Launched program = new Launched();

  @Test
  void aNetworkThatMovesIsNamedAlthoughNobodyIsCountedThere() throws Exception {
    diff(
        NETWORKS,
        NETWORKS
            .replace(", 203.0.113.0/24]", "]")
            .replace("[192.0.2.0/24]", "[192.0.2.0/24, 203.0.113.0/24]"));

    assertThat(program.out())
        .contains("no traffic moves that is counted, but that of clients whom the zone names")
        .containsPattern("a +b +0 % +203\\.0\\.113\\.0/24")
        .doesNotContain("198.51.100.0/24", "Nothing changes");
  }

  @Test
  void whatDoesNotMoveIsNotNamed() throws Exception {
    diff(NETWORKS, NETWORKS.replace("lab:", "laboratory:"));

    assertThat(program.out()).contains("the traffic stays as it is").doesNotContain("203.0.113");
  }

  @Test
  void aClientOfUnknownPlaceThatLosesItsAnswerIsNewlyUnanswered() throws Exception {
    String unchecked = PLACES.replace(", health: {https: /}", "");
    int exit =
        diff(
            unchecked,
            unchecked.replace(", \"*\": b", ""),
            "--no-new-unanswered",
            "--max-shift",
            "1%");

    assertThat(exit).isEqualTo(ExitCode.GATE);
    assertThat(program.err())
        .contains("--no-new-unanswered is exceeded for chat.ai.example.com A: a client whose place")
        .doesNotContain("--max-shift");
  }

  @Test
  void nobodyIsWithoutAnAnswerOnlyIfThatHoldsForThemToo() throws Exception {
    Path fleet = Files.writeString(folder.resolve("f.yaml"), PLACES.replace(", \"*\": b", ""));
    assertThat(program.run("traffic", fleet.toString())).describedAs(program.err()).isZero();

    assertThat(program.out())
        .contains("Not counted, and without an answer")
        .contains("a client whose place is unknown");
  }

  @Test
  void whatIsOverloadedWithNothingLostIsSaidFirst() throws Exception {
    Path fleet = Files.writeString(folder.resolve("f.yaml"), PLACES);
    assertThat(program.run("traffic", fleet.toString(), "--demand", "1000")).isZero();

    assertThat(program.out())
        .containsSubsequence("Overloaded with nothing lost: a (", "Worst loss:", "Over 100 %:");
  }

  @Test
  void lossesAreRankedByWhatTheyAdd() throws Exception {
    String three =
        """
        fleet: three
        zone: {name: ai.example.com}
        defaults: {ttl: 60, health: {https: /}}
        endpoints:
          full: {address: 52.94.1.1, capacity: 10}
          small: {address: 52.94.1.2, capacity: 300}
          big: {address: 52.94.1.3, capacity: 300}
        services:
          chat: {route: {weighted: {full: 200, small: 1, big: 199}}}
          pair: {route: {weighted: {small: 1, big: 3}}}
        """;
    Path fleet = Files.writeString(folder.resolve("f.yaml"), three);
    assertThat(program.run("traffic", fleet.toString(), "--service", "chat", "--demand", "400"))
        .isZero();

    // Without "big" the others get 199 more; without "small" they get 1 more.
    assertThat(program.out()).containsSubsequence("\nendpoint big", "\nendpoint small");
  }

  private int diff(String before, String after, String... more) throws Exception {
    Path old = Files.writeString(folder.resolve("old.yaml"), before);
    Path now = Files.writeString(folder.resolve("new.yaml"), after);
    String[] arguments = new String[3 + more.length];
    arguments[0] = "diff";
    arguments[1] = old.toString();
    arguments[2] = now.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return program.run(arguments);
  }
}
