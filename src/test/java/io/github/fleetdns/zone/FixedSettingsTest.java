package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FixedSettingsTest {
  private static final HealthCheck BY_ADDRESS =
      endpoint(Optional.of("52.94.1.1"), 30, 3, false, "");
  private static final HealthCheck CONTROL =
      new HealthCheck.RoutingControl("arn:a", HealthCheck.Common.PLAIN);

  @Test
  void whatRoute53DoesNotChangeTakesANewCheck() {
    assertThat(changed(endpoint(Optional.of("52.94.1.1"), 10, 3, false, "")))
        .containsExactly("the interval");
    assertThat(changed(endpoint(Optional.of("52.94.1.1"), 30, 3, true, "")))
        .containsExactly("whether latency is measured");
    assertThat(changed(endpoint(Optional.empty(), 30, 3, false, "")))
        .containsExactly("whether there is an IP address");
    assertThat(changed(endpoint(Optional.of("52.94.1.1"), 30, 3, false, "ok")))
        .containsExactly("the type");
    assertThat(changed(CONTROL)).containsExactly("the type");
    assertThat(FixedSettings.changed(CONTROL, control(true))).hasSize(1);
    assertThat(
            FixedSettings.changed(
                CONTROL, new HealthCheck.RoutingControl("arn:b", HealthCheck.Common.PLAIN)))
        .containsExactly("the routing control");
  }

  @Test
  void whatItChangesTakesNone() {
    assertThat(changed(BY_ADDRESS)).isEmpty();
    assertThat(changed(endpoint(Optional.of("52.94.1.2"), 30, 3, false, ""))).isEmpty();
    assertThat(changed(endpoint(Optional.of("52.94.1.1"), 30, 5, false, ""))).isEmpty();
    assertThat(
            FixedSettings.changed(
                endpoint(Optional.empty(), 30, 3, false, "ok"),
                endpoint(Optional.empty(), 30, 3, false, "fine")))
        .isEmpty();
  }

  @Test
  void whatTheProviderWouldTryInVainHasAWord() {
    assertThat(FixedSettings.beyondProvider(BY_ADDRESS)).isEmpty();
    assertThat(FixedSettings.beyondProvider(CONTROL)).isEmpty();
    assertThat(FixedSettings.beyondProvider(endpoint(Optional.empty(), 30, 3, false, "")))
        .contains("by-name");
    assertThat(FixedSettings.beyondProvider(control(true))).contains("inverted");
    assertThat(FixedSettings.beyondProvider(control(false))).contains("disabled");
  }

  private static List<String> changed(HealthCheck now) {
    return FixedSettings.changed(BY_ADDRESS, now);
  }

  private static HealthCheck control(boolean inverted) {
    return new HealthCheck.RoutingControl("arn:a", new HealthCheck.Common(inverted, !inverted));
  }

  private static HealthCheck endpoint(
      Optional<String> address, int interval, int failures, boolean latency, String search) {
    return new HealthCheck.Endpoint(
        HealthCheck.Protocol.HTTPS,
        address.map(IpAddress::of),
        Optional.of("gpu.example.net"),
        443,
        Optional.of("/"),
        Optional.of(search).filter(text -> !text.isEmpty()),
        interval,
        failures,
        List.of(),
        latency,
        Optional.of(true),
        HealthCheck.Common.PLAIN);
  }
}
