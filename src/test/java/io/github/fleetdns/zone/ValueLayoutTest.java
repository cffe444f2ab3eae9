package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueLayoutTest {

  @Test
  void fieldsAreSeparatedBySpaces() {
    assertThat(ValueLayout.split("  10   mail.example.com ").orElseThrow())
        .containsExactly("10", "mail.example.com");
    assertThat(ValueLayout.split("").orElseThrow()).isEmpty();
  }

  @Test
  void whatStandsInQuotesBelongsToItsField() {
    assertThat(ValueLayout.split("0 issue \"a b\" alpn=\"h2 h3\" \"\"").orElseThrow())
        .containsExactly("0", "issue", "\"a b\"", "alpn=\"h2 h3\"", "\"\"");
  }

  @Test
  void escapedQuoteClosesNothing() {
    assertThat(ValueLayout.split("\"a\\\" b\" c").orElseThrow())
        .containsExactly("\"a\\\" b\"", "c");
    assertThat(ValueLayout.split("\"a\\\\\" b").orElseThrow()).containsExactly("\"a\\\\\"", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "0 issue \"x", "\"x\\\"", "a\" b"})
  void openQuoteIsNoticed(String value) {
    assertThat(ValueLayout.split(value)).isEmpty();
  }

  @Test
  void commentSignInQuotesIsText() {
    ValueLayout caa = ValueLayout.of(RecordType.CAA);
    assertThat(caa.complaint("0 issue \"a; b (c)\"")).isEmpty();
    assertThat(caa.complaint("0 issue \"a\";b")).isPresent();
  }

  @Test
  void numbersAreDigits() {
    ValueLayout srv = ValueLayout.of(RecordType.SRV);
    assertThat(srv.complaint("1 2 3 a.example.com")).isEmpty();
    assertThat(srv.complaint("1 2 x a.example.com"))
        .contains("x stands where a whole number from 0 belongs");
    assertThat(ValueLayout.of(RecordType.SOA).complaint("a b 1 2 3 4 5")).isEmpty();
    assertThat(ValueLayout.of(RecordType.SOA).complaint("a b 1 2 3 4 5d")).isPresent();
  }
}
