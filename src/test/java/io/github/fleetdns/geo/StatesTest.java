package io.github.fleetdns.geo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.GeoCodes;
import org.junit.jupiter.api.Test;

class StatesTest {
  @Test
  void everyStateOfRoute53IsThereAndNoOther() {
    assertThat(States.all())
        .extracting(States.State::code)
        .containsExactlyInAnyOrderElementsOf(GeoCodes.states())
        .hasSize(51);
  }

  @Test
  void together323MillionAsTheCensusOf2016Says() {
    assertThat(States.all().stream().mapToLong(States.State::people).sum())
        .isBetween(323_000_000L, 324_000_000L);
  }

  @Test
  void aStateIsWhereItsPeopleAre() {
    assertThat(States.of("CA"))
        .hasValue(new States.State("CA", "California", new Point(34.14, -118.26), 39_250_017L));
    assertThat(States.of("PR")).isEmpty();
  }
}
