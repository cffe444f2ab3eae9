package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedAddressesTest {

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, this network",
    "10.0.0.1, private network",
    "100.64.0.1, carrier-grade NAT",
    "127.0.0.1, loopback",
    "169.254.169.254, link-local",
    "172.31.255.255, private network",
    "192.0.0.8, protocol assignments",
    "192.0.2.1, documentation",
    "192.88.99.1, 6to4",
    "192.168.1.1, private network",
    "198.19.255.255, benchmarks",
    "198.51.100.1, documentation",
    "203.0.113.1, documentation",
    "239.1.1.1, multicast",
    "255.255.255.255, reserved use",
    "::, no address",
    "::1, loopback",
    "::ffff:8.8.8.8, IPv4-mapped",
    "2001:10::1, ORCHID",
    "2001:db8::1, documentation",
    "fd00::1, private network",
    "fe80::1, link-local",
    "ff02::1, multicast",
  })
  void reservedAddressSaysWhatItIsFor(String address, String purpose) {
    assertThat(ReservedAddresses.purposeOf(IpAddress.of(address)))
        .hasValueSatisfying(says -> assertThat(says).contains(purpose));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8", "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
        "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.0.3.0", "198.17.255.255", "198.20.0.0",
        "223.255.255.255", "2606:4700::1111", "2001:4860:4860::8888", "2001:20::1", "2a00::1"
      })
  void addressThatServersHaveIsNotReserved(String address) {
    assertThat(ReservedAddresses.purposeOf(IpAddress.of(address))).isEmpty();
  }
}
