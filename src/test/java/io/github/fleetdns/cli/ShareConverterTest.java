package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ShareConverterTest {
  @ParameterizedTest
  @CsvSource({"0.9, 9, 10", "90%, 9, 10", "90 %, 9, 10", "1.4, 7, 5", "150%, 3, 2", "0, 0, 1"})
  void aShareIsExact(String text, int numerator, int denominator) {
    assertThat(new ShareConverter().convert(text))
        .isEqualTo(BigFraction.of(numerator, denominator));
  }

  @ParameterizedTest
  @ValueSource(strings = {"90", "2", "9000"})
  void whatMayBePercentIsRefused(String text) {
    assertThatThrownBy(() -> new ShareConverter().convert(text))
        .isInstanceOf(CommandLine.TypeConversionException.class)
        .hasMessageContaining("write " + text + "%");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "10", "1.5"})
  void noMoreThanAllCanMove(String text) {
    assertThatThrownBy(() -> new ShareConverter.OfWhole().convert(text))
        .isInstanceOf(CommandLine.TypeConversionException.class);
    assertThat(new ShareConverter.OfWhole().convert("10%")).isEqualTo(BigFraction.of(1, 10));
    assertThat(new ShareConverter.OfWhole().convert("0.1")).isEqualTo(BigFraction.of(1, 10));
  }
}
