package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "10.0.0.1", "255.255.255.255"})
  void ipv4AddressGoesIntoAnARecord(String text) {
    assertThat(IpAddress.of(text).isIpv4()).isTrue();
    assertThat(IpAddress.of(text).recordType()).isEqualTo(RecordType.A);
    assertThat(IpAddress.of(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"::", "::1", "2001:db8::1", "2001:DB8:0:0:0:0:0:1", "::ffff:10.0.0.1"})
  void ipv6AddressGoesIntoAnAaaaRecord(String text) {
    assertThat(IpAddress.of(text).isIpv4()).isFalse();
    assertThat(IpAddress.of(text).recordType()).isEqualTo(RecordType.AAAA);
    assertThat(IpAddress.of(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "10",
        "10.1",
        "10.0.0",
        "10.0.0.0.1",
        "10.0.0.256",
        "10.0.0.-1",
        "010.0.0.1",
        "10.0.0.01",
        "10.0.0.1.",
        ".10.0.0.1",
        "10.0.0.1 ",
        " 10.0.0.1",
        "10.0.0.1\n",
        "10..0.1",
        "0x0a.0.0.1",
        "1０.0.0.1",
        "٣.٣.٣.٣",
        "10.0.0.1/8",
        "example.com",
        ":",
        ":::",
        "1::2::3",
        "2001:db8::g",
        "2001:db8:::1",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "12345::",
        "fe80::1%eth0",
        "[::1]",
        "::1 ",
        "::10.0.0.256",
        "::１",
        "::+1",
        "::-1",
        "10.0.0.1:80"
      })
  void whatIsNoAddressIsNotTakenForOne(String text) {
    assertThat(IpAddress.parse(text)).isEmpty();
    assertThatThrownBy(() -> IpAddress.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no IP address");
  }

  @Test
  void spellingMakesNoDifference() {
    assertThat(IpAddress.of("2001:db8::1"))
        .isEqualTo(IpAddress.of("2001:0DB8:0:0:0:0:0:1"))
        .hasSameHashCodeAs(IpAddress.of("2001:0DB8:0:0:0:0:0:1"))
        .isNotEqualTo(IpAddress.of("2001:db8::2"));
    assertThat(IpAddress.of("10.0.0.1")).isNotEqualTo(IpAddress.of("::ffff:10.0.0.1"));
  }

  @Property
  void everyFourBytesAreAnAddress(@ForAll @Size(4) byte[] bytes) throws UnknownHostException {
    String text = InetAddress.getByAddress(bytes).getHostAddress();
    assertThat(IpAddress.of(text).isIpv4()).isTrue();
  }

  @Property
  void everySixteenBytesAreAnAddress(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(bytes);
    if (address.getAddress().length == 16) {
      assertThat(IpAddress.of(address.getHostAddress()).isIpv4()).isFalse();
    }
  }

  @Property
  void noTextThrows(@ForAll String text) {
    assertThat(IpAddress.parse(text)).isNotNull();
  }
}
