package io.github.fleetdns.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.problem.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ClientFileTest {
  private static ClientPlaces.Place at(ClientFile file, String address, int length) {
    return file.places().locate(Handlers.address(address), length);
  }

  @Test
  void theLongestPrefixCounts() {
    ClientFile file =
        ClientFile.parse(
            "c.csv",
            """
            # offices

            203.0.113.0/24,DE
            203.0.0.0/16, US-CA
            203.0.113.128/25,FR
            2001:db8::/32,region:eu-west-1
            """);
    assertThat(file.problems()).isEmpty();
    assertThat(at(file, "203.0.113.1", 32).client()).isEqualTo(Client.in("DE"));
    assertThat(at(file, "203.0.113.200", 32).client()).isEqualTo(Client.in("FR"));
    assertThat(at(file, "203.0.7.7", 32).client()).isEqualTo(Client.in("US", "CA"));
    assertThat(at(file, "198.51.100.1", 32).client()).isEqualTo(Client.UNKNOWN);
    assertThat(at(file, "2001:db8::1", 128).client())
        .isEqualTo(Client.inRegion("eu-west-1").withVpcRegion("eu-west-1"));
  }

  @Test
  void thePrefixThatDecidedIsNoShorterThanWhatDiffers() {
    ClientFile file = ClientFile.parse("c.csv", "203.0.113.0/24,DE\n203.0.113.128/25,FR\n");
    assertThat(at(file, "203.0.113.1", 32).length()).isEqualTo(25);
    assertThat(at(file, "203.0.113.0", 24).length()).isEqualTo(24);
    assertThat(at(file, "203.0.113.0", 24).client()).isEqualTo(Client.in("DE"));
    assertThat(at(file, "203.0.112.0", 24).length()).isEqualTo(24);
    assertThat(at(file, "10.0.0.0", 24).length()).isEqualTo(1);
  }

  @Test
  void allProblemsComeAtOnceWithTheirPlaces() {
    ClientFile file =
        ClientFile.parse(
            "c.csv",
            """
            203.0.113.0/24,DE
            203.0.113.7/24,DE
            here,DE
            10.0.0.0/8,Atlantis
            203.0.113.0/24,FR
            10.1.0.0/16
            """);
    assertThat(file.hasErrors()).isTrue();
    assertThat(file.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "c.csv:2:1: error: 203.0.113.7/24 has bits behind the prefix; did you mean"
                + " 203.0.113.0/24? (clients-prefix)",
            "c.csv:3:1: error: a line is <address>/<prefix length>,<place>, such as"
                + " 203.0.113.0/24,DE; found \"here\" (clients-prefix)",
            "c.csv:4:12: error: a place is a country (DE), a state (US-CA), a continent (europe), an"
                + " AWS region (eu-west-1) or a location (52.5,13.4); found \"Atlantis\""
                + " (clients-place)",
            "c.csv:5:1: error: 203.0.113.0/24 has a place on line 1 already (clients-twice)",
            "c.csv:6:1: error: a place is a country (DE), a state (US-CA), a continent (europe), an"
                + " AWS region (eu-west-1) or a location (52.5,13.4); found \"\""
                + " (clients-place)");
  }

  @Test
  void aMissingFileIsAProblem() {
    assertThat(ClientFile.read(Path.of("no-such.csv")).problems())
        .extracting(Problem::toString)
        .containsExactly("no-such.csv:1:1: error: no such file (file-missing)");
  }
}
