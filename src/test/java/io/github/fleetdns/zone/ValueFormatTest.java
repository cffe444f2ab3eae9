package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Values that fit; those that do not are in {@code bad-input/6*}, and a few are here. */
class ValueFormatTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A | 192.0.2.1",
        "AAAA | 2001:db8::1",
        "AAAA | ::ffff:192.0.2.1",
        "CAA | 0 issue \"letsencrypt.org\"",
        "CAA | 0 issue \"letsencrypt.org; validationmethods=dns-01\"",
        "CAA | 0 issue \";\"",
        "CAA | 0 issuewild \"\"",
        "CAA | 0 iodef \"mailto:security@example.com\"",
        "CAA | 128 tbs \"unknown\"",
        "CNAME | server.example.com",
        "CNAME | server.example.com.",
        "CNAME | _x.acm-validations.aws.",
        "DS | 12345 13 2 49FD46E6C4B45C55D4AC69CBD3CD34AC1AFE51DE0D5C4B0B8A8E0F2E5B0A1B2C",
        "HTTPS | 1 . alpn=\"h2,h3\"",
        "HTTPS | 1 . alpn=h2,h3 ipv4hint=192.0.2.1,192.0.2.2 ipv6hint=2001:db8::1 port=8443",
        "HTTPS | 0 cdn.example.net",
        "HTTPS | 32767 .",
        "HTTPS | 1 . no-default-alpn alpn=h3",
        "MX | 10 mail.example.com",
        "MX | 0 .",
        "MX | 65535 mail.example.com.",
        "NAPTR | 100 10 \"U\" \"E2U+sip\" \"!^.*$!sip:info@example.com!\" .",
        "NAPTR | 100 10 \"S\" \"SIP+D2U\" \"\" _sip._udp.example.com",
        "NS | ns-1.awsdns-01.com",
        "PTR | server.example.com",
        "SOA | ns.example.com hostmaster.example.com 1 7200 900 1209600 86400",
        "SPF | \"v=spf1 -all\"",
        "SRV | 10 5 443 server.example.com",
        "SRV | 0 0 0 .",
        "SSHFP | 4 2 123456789abcdef67890123456789abcdef67890123456789abcdef123456789",
        "SVCB | 1 server.example.com alpn=\"h2\"",
        "TLSA | 3 1 1 d2abde240d7cd3ee6b4b28c54df034b97983a1d16e8a410e4561cb106618e971",
        "TXT | \"a\" \"b\"",
        "TXT | \"\"",
        "TXT | \"\\303\\251 \\\"quoted\\\"\"",
      })
  void valueThatRoute53TakesHasNoComplaint(RecordType type, String value) {
    assertThat(ValueFormat.complaint(type, value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A | 2001:db8::1 | an IPv6 address, which takes type AAAA",
        "AAAA | 192.0.2.1 | an IPv4 address, which takes type A",
        "A | server.example.com | a name, which takes type CNAME",
        "HTTPS | 32768 . | the priority is 0–32767",
        "HTTPS | 1 . mandatory=alpn alpn=h2 | does not know the parameter mandatory",
        "HTTPS | 1 . no-default-alpn | no-default-alpn needs alpn",
        "MX | mail.example.com | 1 field instead of 2",
        "MX | 10 mail.example.com ; backup | comments",
        "CAA | 0 issue letsencrypt.org | in quotes",
        "CAA | 0 tbs \"x\" | issue, issuewild, iodef",
        "NAPTR | 1 1 \"U\" \"\" \"!x!y!\" a.example.com | either the regexp",
        "SSHFP | 5 1 0123456789abcdef0123456789abcdef01234567 | the algorithm is one of",
        "TLSA | 4 0 0 aa | the usage is 0–3",
        "TXT | \"é\" | in octal",
        "TXT | \"a | in quotes, to its end",
      })
  void valueThatRoute53RefusesSaysWhatIsWrong(RecordType type, String value, String complaint) {
    assertThat(ValueFormat.complaint(type, value))
        .hasValueSatisfying(says -> assertThat(says).contains(complaint));
  }

  @ParameterizedTest
  @EnumSource(RecordType.class)
  void everyTypeSaysWhatItExpectsAndRefusesNothing(RecordType type) {
    assertThat(ValueFormat.expected(type)).isNotBlank();
    assertThat(ValueFormat.complaint(type, "")).isPresent();
  }

  @Test
  void longestTxtStringFits() {
    assertThat(ValueFormat.complaint(RecordType.TXT, '"' + "x".repeat(255) + '"')).isEmpty();
    assertThat(ValueFormat.complaint(RecordType.TXT, '"' + "x".repeat(256) + '"'))
        .contains("a string has 256 bytes");
  }

  @Property(tries = 3000)
  void noValueOfAnyTypeThrows(@ForAll RecordType type, @ForAll("values") String value) {
    assertThat(ValueFormat.complaint(type, value)).isNotNull();
  }

  @Provide
  Arbitrary<String> values() {
    Arbitrary<String> words =
        Arbitraries.of(
                "0",
                "1",
                "10",
                "65536",
                "-1",
                "99999999999",
                ".",
                "@",
                "a.example.com",
                "a..b",
                "\"\"",
                "\"x\"",
                "\"",
                "\\",
                "\\#",
                ";",
                "(",
                ")",
                "issue",
                "alpn=h2",
                "port=",
                "ipv4hint=1.2.3.4",
                "ipv6hint=::",
                "ech=AA==",
                "ech=%",
                "key1=x",
                "key99999=x",
                "mandatory=",
                "no-default-alpn",
                "dohpath=/q{?dns}",
                "aabb",
                "abc",
                "zz",
                "é",
                "\\300",
                "\\400",
                "$",
                "*",
                "1h",
                "=",
                ",",
                "\t",
                "\n",
                "\"a b\"",
                "ohttp")
            .list()
            .ofMaxSize(8)
            .map(list -> String.join(" ", list));
    return Arbitraries.oneOf(words, Arbitraries.strings().ofMaxLength(60));
  }
}
