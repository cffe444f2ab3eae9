package io.github.fleetdns.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  private static final List<String> KEYS = List.of("region", "address", "hostname", "ttl", "TXT");

  @ParameterizedTest
  @CsvSource({
    "adress, address",
    "addresses, address",
    "Region, region",
    "host-name, hostname",
    "tll, ttl",
    "txt, TXT",
  })
  void wordThatIsCloseIsSuggested(String written, String meant) {
    assertThat(Suggestion.of(written, KEYS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"weight", "ip", "addabc", "hostxxxx", "x", "''", "registered"})
  void wordThatIsFarFromAllIsNot(String written) {
    assertThat(Suggestion.of(written, KEYS)).isEmpty();
  }

  @Test
  void nothingIsSuggestedWhereNothingIsKnown() {
    assertThat(Suggestion.of("adress", List.of())).isEmpty();
  }

  @Test
  void longestWordIsComparedQuickly() {
    assertThat(Suggestion.of("a".repeat(100_000), KEYS)).isEmpty();
  }
}
