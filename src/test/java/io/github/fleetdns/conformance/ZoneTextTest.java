package io.github.fleetdns.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The notation of zones. */
class ZoneTextTest {

  @Property(tries = 300)
  void whatIsWrittenReadsAsTheSameZone(@ForAll long seed) {
    HostedZone zone = RandomZone.of(new Random(seed));

    assertThat(ZoneText.read(ZoneText.write(zone))).isEqualTo(zone);
  }

  @Test
  void linesHaveNameTtlTypeAndValues() {
    HostedZone zone =
        ZoneText.read(
            """
            $ORIGIN example.org
            $TTL 900
            @   30 TXT  "a; b, c", "d"  ; the comment begins here
                   A    192.0.2.1, 192.0.2.2
            www.example.org. 5 A 192.0.2.3
            """);

    DomainName apex = DomainName.of("example.org");
    assertThat(zone)
        .isEqualTo(
            HostedZone.of(
                apex,
                List.of(
                    RecordSet.simple(apex, RecordType.TXT, 30, List.of("\"a; b, c\"", "\"d\"")),
                    RecordSet.simple(apex, RecordType.A, 900, List.of("192.0.2.1", "192.0.2.2")),
                    RecordSet.simple(apex.prepend("www"), RecordType.A, 5, List.of("192.0.2.3")))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "www",
        "www A [a weighed 1] 192.0.2.1",
        "www A [a weighted 1 check] 192.0.2.1",
        "www A [a weighted 1 chek c] 192.0.2.1",
        "www A [a geolocation county DE] 192.0.2.1",
        "www A [a geoproximity city Berlin] 192.0.2.1",
        "www B 192.0.2.1",
        "$CHECK c calculated 2 a b",
        "$CHECK c http inverse",
        "$CHECK c alarm",
        "$CHEK c http"
      })
  void linesThatAreNotUnderstoodAreErrors(String line) {
    assertThatThrownBy(() -> ZoneText.read(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(line);
  }
}
