package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "172.16.0.0/12, 172.31.255.255, true",
    "172.16.0.0/12, 172.32.0.0, false",
    "192.0.2.1/32, 192.0.2.1, true",
    "192.0.2.1/32, 192.0.2.2, false",
    "0.0.0.0/0, 255.255.255.255, true",
    "0.0.0.0/0, ::1, false",
    "fc00::/7, fdff::1, true",
    "fc00::/7, fe00::1, false",
    "::/0, ffff::, true",
    "::/0, 10.0.0.1, false",
    "::ffff:0:0/96, ::ffff:10.0.0.1, true",
    "2001:db8::/33, 2001:db8:8000::, false",
    "2001:db8::/33, 2001:db8:7fff::, true",
  })
  void blockContainsTheAddressesThatShareItsPrefix(String block, String address, boolean contains) {
    assertThat(AddressBlock.of(block).contains(IpAddress.of(address))).isEqualTo(contains);
    assertThat(AddressBlock.of(block)).hasToString(block);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0/8",
        "::/129",
        "::/",
        "/8",
        "a/8"
      })
  void whatIsNoBlockIsRefused(String text) {
    assertThatThrownBy(() -> AddressBlock.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
