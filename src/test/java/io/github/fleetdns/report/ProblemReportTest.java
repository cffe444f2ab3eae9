package io.github.fleetdns.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemReportTest {
  private static List<Problem> errors(String file, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(line -> Problem.error(new Location(file, line, 1), "weight-range", "too much"))
        .toList();
  }

  @Test
  void theSameMistakeManyTimesIsItsFirstPlacesAndACount() {
    Problem other = Problem.warning(new Location("a.yaml", 2000, 1), "zone-size", "large");
    List<Problem> problems =
        Stream.concat(errors("a.yaml", 1000).stream(), Stream.of(other)).toList();

    assertThat(ProblemReport.grouped(problems))
        .containsExactly(
            "a.yaml:1:1: error: too much (weight-range)",
            "a.yaml:2:1: error: too much (weight-range)",
            "a.yaml:3:1: error: too much (weight-range)",
            "… and 997 more errors of this kind in a.yaml (weight-range); --all has them all",
            "a.yaml:2000:1: warning: large (zone-size)");
  }

  @Test
  void tenTimesAreNotMany() {
    assertThat(ProblemReport.grouped(errors("a.yaml", 10))).hasSize(10);
  }

  @Test
  void anotherFileHasItsOwnPlaces() {
    List<Problem> problems =
        Stream.of(errors("a.yaml", 11), errors("b.yaml", 2)).flatMap(List::stream).toList();

    assertThat(ProblemReport.grouped(problems))
        .hasSize(6)
        .endsWith("b.yaml:2:1: error: too much (weight-range)");
  }

  @Test
  void whereProblemsAreBesideThePointWarningsAreFewer() {
    List<Problem> warnings =
        IntStream.rangeClosed(1, 5)
            .mapToObj(line -> Problem.warning(new Location("a.yaml", line, 1), "ttl", "long"))
            .toList();

    assertThat(ProblemReport.brief(warnings))
        .hasSize(4)
        .endsWith(
            "… and 2 more warnings of this kind in a.yaml (ttl); `fleetdns check --all` has them all");
    assertThat(ProblemReport.grouped(warnings)).hasSize(5);
  }
}
