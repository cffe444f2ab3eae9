package io.github.fleetdns.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.answer.Answer;
import io.github.fleetdns.answer.Resolver;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The resolver gives the answers that Route 53's documentation lets one work out by hand. */
class ConformanceTest {
  private static final int LEAST = 120;

  static List<ConformanceCase> cases() {
    return ConformanceCases.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void resolverAnswersAsTheRuleSays(ConformanceCase expected) {
    Answer answer =
        Resolver.of(expected.zone())
            .answer(expected.question(), expected.client(), expected.outages());
    Reply actual = Reply.of(answer, expected.expected().hasPaths());
    SoftAssertions softly = new SoftAssertions();
    if (!expected.expected().isMetBy(actual)) {
      softly
          .assertThat(actual.toString())
          .describedAs("%s; rule: %s", expected, expected.rule())
          .isEqualTo(expected.expected().toString());
    }
    softly
        .assertThat(answer.estimated())
        .describedAs("%s: whether it is an estimate", expected)
        .isEqualTo(expected.estimated());
    String remarks = String.join("; ", answer.unverified());
    softly
        .assertThat(remarks)
        .describedAs("%s: what is unverified", expected)
        .matches(
            said -> expected.unverified().map(said::contains).orElse(said.isEmpty()),
            expected.unverified().map(words -> "mentions " + words).orElse("is empty"));
    softly.assertAll();
  }

  @Test
  void tableIsLongEnoughAndNoCaseIsStatedTwice() {
    List<String> titles = cases().stream().map(ConformanceCase::title).collect(Collectors.toList());
    assertThat(titles).hasSizeGreaterThanOrEqualTo(LEAST).doesNotHaveDuplicates();
  }

  @Test
  void everyPolicyIsInTheTable() {
    Set<Class<?>> policies =
        cases().stream()
            .flatMap(one -> one.zone().recordSets().stream())
            .flatMap(set -> set.policy().stream())
            .map(RoutingPolicy::getClass)
            .collect(Collectors.toSet());
    assertThat(policies).isEqualTo(Set.of(RoutingPolicy.class.getPermittedSubclasses()));
  }
}
