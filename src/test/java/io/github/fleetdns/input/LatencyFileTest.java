package io.github.fleetdns.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.answer.Client;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatencyFileTest {
  private static final LatencyFile FILE =
      LatencyFile.parse(
          "ms.csv",
          """
          # measured in May
          place,region,ms
          US-CA,us-west-1,8
          US,us-west-1,70
          europe,eu-central-1,20.5
          *,eu-central-1,150
          """);

  @Test
  void theSmallestPlaceOfTheClientCounts() {
    assertThat(FILE.problems()).isEmpty();
    assertThat(FILE.apply(Client.in("US", "CA")).latencies()).isEqualTo(Map.of("us-west-1", 8.0));
    assertThat(FILE.apply(Client.in("US", "NY")).latencies()).isEqualTo(Map.of("us-west-1", 70.0));
    assertThat(FILE.apply(Client.in("FR")).latencies()).isEqualTo(Map.of("eu-central-1", 20.5));
    assertThat(FILE.apply(Client.in("JP")).latencies()).isEqualTo(Map.of("eu-central-1", 150.0));
  }

  @Test
  void everyBadLineIsNamedWithItsPlace() {
    LatencyFile file =
        LatencyFile.parse(
            "ms.csv",
            """
            DE,eu-central-1
            QQ,eu-central-1,3
            DE,moon,3
            DE,eu-central-1,soon
            DE,eu-central-1,3
            DE,eu-central-1,4
            52.5,13.4,3
            """);

    assertThat(file.problems())
        .extracting(problem -> problem.location().line())
        .containsExactly(1, 2, 3, 4, 6, 7);
  }

  @Test
  void aFileThatIsMissingIsAProblem() {
    assertThat(LatencyFile.read(java.nio.file.Path.of("no-such.csv")).problems()).hasSize(1);
  }
}
