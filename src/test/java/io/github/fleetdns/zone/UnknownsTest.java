package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownsTest {
  @ParameterizedTest
  @CsvSource({
    // label, asked, at, touches, above
    "www, www.example.com, true, true, true",
    "www, www2.example.com, false, false, false",
    "www, x.www.example.com, false, false, true",
    "a.b, b.example.com, false, true, false",
    "a.b, a.b.example.com, true, true, true",
    "*, x.example.com, false, true, false",
    "*.b, x.b.example.com, false, true, false",
    "*.b, x.c.example.com, false, false, false",
  })
  void aRecordOfAnyZoneIsKnownByWhatStandsInFront(
      String label, DomainNameText asked, boolean at, boolean touches, boolean above) {
    Unknowns.Unplaced one = unplaced(label, "", "");

    assertThat(one.mayBeAt(asked.name())).isEqualTo(at);
    assertThat(one.mayTouch(asked.name())).isEqualTo(touches);
    assertThat(one.mayBeAbove(asked.name())).isEqualTo(above);
  }

  @ParameterizedTest
  @CsvSource({
    // start, end, asked, at, touches
    "'', example.com, x.example.com, true, true",
    "_dmarc., example.com, x.example.com, false, true",
    "_dmarc., example.com, _dmarc.x.example.com, true, true",
    "'', .api.example.com, x.example.com, false, false",
    "'', .api.example.com, x.api.example.com, true, true",
    "'', .api.example.com, api.example.com, false, true",
    "'', .a.api.example.com, api.example.com, false, true",
  })
  void ofAPartlyKnownNameTheBeginningAndTheEndCount(
      String start, String end, DomainNameText asked, boolean at, boolean touches) {
    Unknowns.Unplaced one = unplaced("", start, end);

    assertThat(one.mayBeAt(asked.name())).isEqualTo(at);
    assertThat(one.mayTouch(asked.name())).isEqualTo(touches);
    assertThat(one.mayBeAbove(asked.name())).isTrue();
  }

  private static Unknowns.Unplaced unplaced(String label, String start, String end) {
    return new Unknowns.Unplaced(
        "it", Optional.empty(), label, start, end, Optional.empty(), Optional.empty(), "the zone");
  }

  /** A name in a table of a test. */
  record DomainNameText(String text) {
    DomainName name() {
      return DomainName.of(text);
    }
  }
}
