package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterStringsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "v=spf1 -all | \"v=spf1 -all\"",
        "say \"hi\" | \"say \\\"hi\\\"\"",
        "a\\b | \"a\\\\b\"",
        "é | \"\\303\\251\"",
        "`` | \"\"",
      })
  void textIsQuotedAndEscaped(String text, String encoded) {
    assertThat(CharacterStrings.encode(text)).isEqualTo(encoded);
    assertThat(CharacterStrings.decode(encoded)).isEqualTo(text);
  }

  @Test
  void textOver255BytesIsSplit() {
    assertThat(CharacterStrings.encode("x".repeat(255))).isEqualTo('"' + "x".repeat(255) + '"');
    assertThat(CharacterStrings.split(CharacterStrings.encode("x".repeat(256))))
        .contains(List.of('"' + "x".repeat(255) + '"', "\"x\""));
  }

  @Test
  void octalEscapesAreBytes() {
    assertThat(CharacterStrings.decode("\"\\303\\251\" \"\\101\"")).isEqualTo("éA");
  }

  @Test
  void escapedCharacterThatIsNotOctalStandsForItself() {
    assertThat(CharacterStrings.decode("\"\\a\\9\\\"\"")).isEqualTo("a9\"");
  }

  @Test
  void charactersBeyondAsciiInQuotesAreTheirUtf8Bytes() {
    assertThat(CharacterStrings.decode("\"é🚀\\🚀\"")).isEqualTo("é🚀🚀");
    assertThat(CharacterStrings.bytesOf("\"🚀\"")).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "x", "\"", "\"x", "x\"", "\"x\" y", "\"x\\\"", "\"x\" \"", "\"x\"y\"z\""})
  void whatIsNoSequenceOfQuotedStringsIsNotSplit(String value) {
    assertThat(CharacterStrings.split(value)).isEmpty();
    assertThatThrownBy(() -> CharacterStrings.decode(value))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"a\"\"b\" | \"a\" \"b\"",
        "\"a\"   \"b\" | \"a\" \"b\"",
        "\"a b\" | \"a b\"",
        "\"a\"b | \"a\"b",
      })
  void betweenStringsIsOneSpace(String value, String spaced) {
    assertThat(CharacterStrings.spaced(value)).isEqualTo(spaced);
  }

  @Property
  void anyTextComesBackAsItWas(@ForAll("texts") String text) {
    assertThat(CharacterStrings.decode(CharacterStrings.encode(text))).isEqualTo(text);
  }

  @Property
  void noStringIsOver255BytesAndAllButTheLastAreFull(@ForAll("texts") String text) {
    List<String> strings = CharacterStrings.split(CharacterStrings.encode(text)).orElseThrow();
    int total = text.getBytes(StandardCharsets.UTF_8).length;
    assertThat(strings).hasSize(Math.max(1, (total + 254) / 255));
    assertThat(strings)
        .allSatisfy(s -> assertThat(CharacterStrings.bytesOf(s).length).isLessThanOrEqualTo(255));
    assertThat(strings.subList(0, strings.size() - 1))
        .allSatisfy(s -> assertThat(CharacterStrings.bytesOf(s)).hasSize(255));
  }

  @Property
  void encodedTextIsPrintableAscii(@ForAll("texts") String text) {
    assertThat(CharacterStrings.encode(text)).matches("[ -~]*");
  }

  @Property
  void splittingNeverThrowsAndReadsWhatItSplit(@ForAll String value) {
    CharacterStrings.split(value)
        .ifPresent(strings -> assertThat(String.join(" ", strings)).contains(strings.get(0)));
    CharacterStrings.split('"' + value + '"')
        .ifPresent(strings -> assertThat(strings).allMatch(s -> s.matches("(?s)\".*\"")));
  }

  @Provide
  Arbitrary<String> texts() {
    // Lone surrogates are no text: UTF-8 has no bytes for them.
    Arbitrary<String> any =
        Arbitraries.strings().ofMaxLength(900).filter(s -> !s.matches("(?s).*\\p{Cs}.*"));
    Arbitrary<String> awkward =
        Arbitraries.strings()
            .withChars("\"\\ 0123é🚀;ab")
            .ofMaxLength(600)
            .filter(s -> !s.matches("(?s).*\\p{Cs}.*"));
    return Arbitraries.oneOf(any, awkward);
  }
}
