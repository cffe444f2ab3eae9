package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

  @ParameterizedTest
  @CsvSource({
    "example.com, example.com",
    "Example.COM., example.com",
    "_dmarc.example.com, _dmarc.example.com",
    "*.example.com, *.example.com",
    "'\\052.example.com', *.example.com",
    "'\\101bc.example.com', abc.example.com",
    "'a\\040b.example.com', 'a\\040b.example.com'",
    "'a\\056b.example.com', 'a\\056b.example.com'",
    "0/25.2.0.192.in-addr.arpa, 0/25.2.0.192.in-addr.arpa",
  })
  void nameIsKeptTheWayRoute53KeepsIt(String written, String kept) {
    assertThat(DomainName.of(written)).hasToString(kept).isEqualTo(DomainName.of(kept));
  }

  @ParameterizedTest
  @CsvSource({
    "'', name-empty",
    "., name-empty",
    ".example.com, name-label",
    "a..example.com, name-label",
    "example.com.., name-label",
    "a b.example.com, name-character",
    "bücher.example.com, name-character",
    "'a\\b.example.com', name-character",
    "'a\\40', name-character",
    "'a\\400', name-character",
    "'a\\', name-character",
  })
  void whatIsNoNameSaysWhichRuleItBreaks(String text, String rule) {
    assertThatThrownBy(() -> DomainName.of(text))
        .asInstanceOf(type(InvalidNameException.class))
        .extracting(InvalidNameException::rule)
        .isEqualTo(rule);
  }

  @Test
  void labelHasAtMost63Bytes() {
    assertThat(DomainName.of("a".repeat(63) + ".com").labels()).hasSize(2);
    assertThatThrownBy(() -> DomainName.of("a".repeat(64) + ".com"))
        .hasMessageContaining("64 bytes");
  }

  @Test
  void escapedByteCountsAsOne() {
    assertThat(DomainName.of("\\040".repeat(63) + ".com").labels()).hasSize(2);
    assertThatThrownBy(() -> DomainName.of("\\040".repeat(64) + ".com"))
        .hasMessageContaining("64 bytes");
  }

  @Test
  void nameHasAtMost255Bytes() {
    String longest = ("a".repeat(63) + ".").repeat(3) + "a".repeat(63);
    assertThat(DomainName.of(longest).toString()).hasSize(255);
    assertThatThrownBy(() -> DomainName.of("b." + longest))
        .asInstanceOf(type(InvalidNameException.class))
        .extracting(InvalidNameException::rule)
        .isEqualTo("name-length");
  }

  @ParameterizedTest
  @CsvSource({
    "www.example.com, example.com, true",
    "example.com, example.com, true",
    "example.com, www.example.com, false",
    "badexample.com, example.com, false",
    "example.org, example.com, false",
  })
  void nameIsWithinItselfAndItsAncestors(String name, String ancestor, boolean within) {
    assertThat(DomainName.of(name).isWithin(DomainName.of(ancestor))).isEqualTo(within);
  }

  @Test
  void relativeNameIsWhatStandsInFrontOfTheZone() {
    DomainName zone = DomainName.of("example.com");
    assertThat(DomainName.of("a.b.example.com").relativeTo(zone)).isEqualTo("a.b");
    assertThat(zone.relativeTo(zone)).isEmpty();
    assertThatThrownBy(() -> DomainName.of("example.org").relativeTo(zone))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("example.org is not within example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*.example.com", "\\052.example.com", "*"})
  void asteriskAloneInTheFirstLabelIsAWildcard(String name) {
    assertThat(DomainName.of(name).isWildcard()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.*.example.com", "*a.example.com", "**.example.com", "example.com"})
  void asteriskElsewhereIsAPlainCharacter(String name) {
    assertThat(DomainName.of(name).isWildcard()).isFalse();
  }

  @Property
  void printedNameReadsBackTheSame(@ForAll("names") String text) {
    DomainName name = DomainName.of(text);
    assertThat(DomainName.of(name.toString())).isEqualTo(name).hasToString(name.toString());
  }

  @Property
  void caseAndFinalDotMakeNoDifference(@ForAll("names") String text) {
    DomainName name = DomainName.of(text);
    assertThat(DomainName.of(text.toUpperCase(Locale.ROOT)))
        .isEqualTo(name)
        .hasSameHashCodeAs(name);
    assertThat(DomainName.of(text + ".")).isEqualTo(name).isEqualByComparingTo(name);
  }

  @Property
  void escapingEveryByteMakesNoDifference(@ForAll("names") String text) {
    String plain = DomainName.of(text).toString().replaceAll("\\\\[0-7]{3}", "x");
    String escaped =
        plain
            .chars()
            .mapToObj(c -> c == '.' ? "." : String.format("\\%03o", c))
            .collect(Collectors.joining());
    assertThat(DomainName.of(escaped)).isEqualTo(DomainName.of(plain));
  }

  @Property
  void prependedNameIsWithinAndRelativeAgain(
      @ForAll("labels") String label, @ForAll("names") String text) {
    DomainName zone = DomainName.of(text);
    DomainName name = zone.prepend(label);
    assertThat(name.isWithin(zone)).isTrue();
    assertThat(name.relativeTo(zone)).isEqualTo(DomainName.of(label).toString());
    assertThat(name.labels()).hasSize(zone.labels().size() + 1);
  }

  @Property
  void anyTextIsANameOrSaysWhyNot(@ForAll String text) {
    try {
      assertThat(DomainName.of(text).labels()).isNotEmpty();
    } catch (InvalidNameException e) {
      assertThat(List.of("name-empty", "name-label", "name-length", "name-character"))
          .contains(e.rule());
      assertThat(e.reason()).isNotBlank();
    }
  }

  @Provide
  Arbitrary<String> labels() {
    Arbitrary<String> raw =
        Arbitraries.chars().range('!', '~').filter(c -> c != '.' && c != '\\').map(String::valueOf);
    Arbitrary<String> escaped =
        Arbitraries.integers().between(0, 255).map(code -> String.format("\\%03o", code));
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(9, raw), net.jqwik.api.Tuple.of(1, escaped))
        .list()
        .ofMinSize(1)
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> names() {
    return labels().list().ofMinSize(1).ofMaxSize(5).map(parts -> String.join(".", parts));
  }
}
