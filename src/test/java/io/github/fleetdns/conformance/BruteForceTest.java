package io.github.fleetdns.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the resolver is compared with is itself held to the table of answers. */
class BruteForceTest {

  /** All but the record sets that a zone has by default. */
  static List<ConformanceCase> cases() {
    return ConformanceCases.all().stream()
        .filter(row -> !row.expected().toString().contains("…"))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void bruteForceAnswersAsTheRuleSays(ConformanceCase row) {
    Reply actual =
        new BruteForce(row.zone(), row.client(), row.outages())
            .reply(row.question().name(), row.question().type());
    assertThat(row.expected().withoutPaths().isMetBy(actual))
        .describedAs(
            "%s; rule: %s%nexpected: %s%nactual: %s", row, row.rule(), row.expected(), actual)
        .isTrue();
  }
}
