package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LagTest {
  @Test
  void aCheckThatConnectsWaitsTenSecondsForEveryFailure() {
    assertThat(endpoint(HealthCheck.Protocol.TCP, Optional.empty()).detection())
        .hasValue(new Lag(2 * 10, 2 * (10 + 10)));
  }

  @Test
  void aCheckThatAsksWaitsForTheConnectionAndTheStatus() {
    assertThat(endpoint(HealthCheck.Protocol.HTTPS, Optional.empty()).detection())
        .hasValue(new Lag(2 * 10, 2 * (10 + 4 + 2)));
  }

  @Test
  void aCheckThatSearchesATextWaitsForThatToo() {
    assertThat(endpoint(HealthCheck.Protocol.HTTP, Optional.of("ok")).detection())
        .hasValue(new Lag(2 * 10, 2 * (10 + 4 + 2 + 2)));
  }

  @Test
  void aCalculatedCheckHasTurnedWhenTheLastOfThoseThatTurnHas() {
    Map<String, HealthCheck> checks =
        Map.of(
            "both", new HealthCheck.Calculated(List.of("a", "b"), 2, HealthCheck.Common.PLAIN),
            "a", endpoint(HealthCheck.Protocol.TCP, Optional.empty()),
            "b", endpoint(HealthCheck.Protocol.HTTP, Optional.empty()));
    assertThat(Lag.ofCheck("both", checks, check -> true)).hasValue(new Lag(20, 40));
    assertThat(Lag.ofCheck("both", checks, "b"::equals)).hasValue(new Lag(20, 32));
  }

  @Test
  void whatIsLearntFromElsewhereTakesAnUnknownTime() {
    Map<String, HealthCheck> checks =
        Map.of(
            "both",
            new HealthCheck.Calculated(List.of("a", "elsewhere"), 2, HealthCheck.Common.PLAIN),
            "a",
            endpoint(HealthCheck.Protocol.TCP, Optional.empty()));
    assertThat(Lag.ofCheck("both", checks, check -> true)).isEmpty();
    assertThat(Lag.ofCheck("elsewhere", checks, check -> true)).isEmpty();
  }

  @Test
  void checksThatCountEachOtherNeverTurn() {
    Map<String, HealthCheck> checks =
        Map.of(
            "a", new HealthCheck.Calculated(List.of("b"), 1, HealthCheck.Common.PLAIN),
            "b", new HealthCheck.Calculated(List.of("a"), 1, HealthCheck.Common.PLAIN));
    assertThat(Lag.ofCheck("a", checks, check -> true)).isEmpty();
  }

  @Test
  void theWorstIsNotBetterThanTheRule() {
    assertThatThrownBy(() -> new Lag(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static HealthCheck.Endpoint endpoint(
      HealthCheck.Protocol protocol, Optional<String> search) {
    return new HealthCheck.Endpoint(
        protocol,
        IpAddress.parse("203.0.113.1"),
        Optional.empty(),
        443,
        Optional.empty(),
        search,
        10,
        2,
        List.of(),
        false,
        Optional.empty(),
        HealthCheck.Common.PLAIN);
  }
}
