package io.github.fleetdns.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.RecordType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

class ResourceRecordsTest {
  private static final Name OWNER = Name.fromConstantString("www.example.com.");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "A     | 192.0.2.1                | 192.0.2.1",
        "AAAA  | 2001:db8::1              | 2001:db8:0:0:0:0:0:1",
        "CNAME | server.example.com       | server.example.com.",
        "NS    | ns.example.net.          | ns.example.net.",
        "PTR   | a.example.net            | a.example.net.",
        "MX    | 10 mail.example.com      | 10 mail.example.com.",
        "SRV   | 1 2 443 server.example.com | 1 2 443 server.example.com.",
        "TXT   | \"a\\101\" \"b\"          | aA b",
        "SPF   | \"v=spf1 -all\"           | \"v=spf1 -all\"",
        "CAA   | 0 issue \"ca.example.net\" | 0 issue \"ca.example.net\"",
        "HTTPS | 1 . alpn=\"h2\"           | 1 . alpn=h2",
        "DS    | 12345 13 2 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef | 12345 13 2 0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF"
      })
  void aValueIsARecord(RecordType type, String value, String data) {
    Optional<Record> record = ResourceRecords.of(OWNER, type, 60, value);
    assertThat(record).isPresent();
    assertThat(record.get().rdataToString()).isEqualTo(data);
    assertThat(record.get().getTTL()).isEqualTo(60);
    assertThat(record.get().getName()).isEqualTo(OWNER);
  }

  @ParameterizedTest
  @CsvSource({"A, 2001:db8::1", "A, www", "MX, mail.example.com", "AAAA, ''", "SRV, 1 2 3"})
  void aValueOfAnotherTypeIsNone(RecordType type, String value) {
    assertThat(ResourceRecords.of(OWNER, type, 60, value)).isEmpty();
    assertThat(ResourceRecords.of(OWNER, type, 60, List.of(value))).isEmpty();
  }

  @org.junit.jupiter.api.Test
  void namesInValuesHaveRoute53sEscapes() {
    CNAMERecord record =
        (CNAMERecord)
            ResourceRecords.of(OWNER, RecordType.CNAME, 60, "a\\040b.example.com").orElseThrow();
    assertThat(record.getTarget().getLabel(0)).containsExactly(3, 'a', ' ', 'b');
  }
}
