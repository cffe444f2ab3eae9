package io.github.fleetdns.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HiddenTest {
  @Test
  void aTextIsHiddenWhereverItOccurs() {
    Hidden hidden = Hidden.of(Set.of("hunter22", "10.0.0.1"));
    assertThat(hidden.in("key=hunter22;at 10.0.0.1, HUNTER22x"))
        .isEqualTo("key=(sensitive);at (sensitive), (sensitive)x");
  }

  @Test
  void theLongestIsHidden() {
    assertThat(Hidden.of(Set.of("secret", "secret-of-all")).in("a secret-of-all b"))
        .isEqualTo("a (sensitive) b");
  }

  @Test
  void aShortTextIsHiddenWhereItStandsAlone() {
    assertThat(Hidden.of(Set.of("api")).in("api.example.com rapid api"))
        .isEqualTo("(sensitive).example.com rapid (sensitive)");
  }

  @Test
  void whatWasCutOffIsHidden() {
    assertThat(Hidden.of(Set.of("a-long-secret-value")).in("\"a-long-sec…, b"))
        .isEqualTo("\"(sensitive)…, b");
  }

  @Test
  void columnsStayWhereTheyAre() {
    Hidden hidden = Hidden.of(Set.of("52.94.1.1", "a-much-longer-one"));
    assertThat(hidden.inLine("52.94.1.1          b")).isEqualTo("(sensitive)        b");
    assertThat(hidden.inLine("a-much-longer-one  b")).isEqualTo("(sensitive)        b");
    assertThat(hidden.inLine("52.94.1.1  b")).isEqualTo("(sensitive)  b");
  }

  @Test
  void nothingIsHiddenIfNothingIsSensitive() {
    assertThat(Hidden.of(Set.of()).in("a")).isEqualTo("a");
    assertThat(Hidden.of(Set.of("", " ")).in("a b")).isEqualTo("a b");
  }

  @Provide
  Arbitrary<String> letters() {
    return Arbitraries.strings().withChars("abA").ofMinLength(4).ofMaxLength(8);
  }

  @Property
  void noneIsLeft(
      @ForAll("letters") String one,
      @ForAll("letters") String other,
      @ForAll("letters") String text) {
    String shown = Hidden.of(List.of(one, other)).in(text + one + text + other + text);
    assertThat(shown.toLowerCase(Locale.ROOT))
        .doesNotContain(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
  }
}
