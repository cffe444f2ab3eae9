package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordSetTest {
  private static final DomainName NAME = DomainName.of("www.example.com");

  @ParameterizedTest
  @ValueSource(longs = {0, 300, 2147483647L})
  void ttlThatDnsCanExpressIsTaken(long ttl) {
    assertThat(RecordSet.simple(NAME, RecordType.A, ttl, List.of()).ttl()).hasValue(ttl);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 2147483648L, Long.MIN_VALUE, Long.MAX_VALUE})
  void ttlThatDnsCannotExpressIsRefused(long ttl) {
    assertThatThrownBy(() -> RecordSet.simple(NAME, RecordType.A, ttl, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("TTL " + ttl + " is outside 0–2147483647");
  }

  @Test
  void laterChangesOfTheCallersListDoNotReachTheValues() {
    List<String> values = new ArrayList<>(List.of("192.0.2.1"));
    RecordSet set = RecordSet.simple(NAME, RecordType.A, 300, values);
    values.add("192.0.2.2");
    assertThat(set.values()).containsExactly("192.0.2.1");
  }

  @Test
  void keyIsNameAndType() {
    RecordSet.Key key = RecordSet.simple(NAME, RecordType.AAAA, 300, List.of()).key();
    assertThat(key).hasToString("www.example.com AAAA");
    assertThat(key)
        .isEqualTo(RecordSet.simple(NAME, RecordType.AAAA, 60, List.of("::1")).key())
        .isNotEqualTo(RecordSet.simple(NAME, RecordType.A, 300, List.of()).key());
  }
}
