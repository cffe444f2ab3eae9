package io.github.fleetdns.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Name;

class WireNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com", "*.example.com", "_sip._tcp.example.com", "a\\040b.example.com",
        "\\000\\377.example.com", "a\\056b.example.com", "semi;colon.example.com", "at@.example.com"
      })
  void namesGoToTheWireAndBack(String text) {
    DomainName name = DomainName.of(text);
    assertThat(WireNames.domainName(WireNames.of(name))).contains(name);
  }

  @Test
  void octalEscapesAreBytes() {
    assertThat(WireNames.of(DomainName.of("a\\040b.example.com")).getLabel(0))
        .containsExactly(3, 'a', ' ', 'b');
  }

  @Test
  void caseIsNoDifference() {
    assertThat(WireNames.domainName(Name.fromConstantString("WWW.Example.COM.")))
        .contains(DomainName.of("www.example.com"));
  }

  @Test
  void theRootIsNoNameOfAZone() {
    assertThat(WireNames.domainName(Name.root)).isEmpty();
  }
}
