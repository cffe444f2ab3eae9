package io.github.fleetdns.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceNamesTest {
  private static final DomainName ZONE = DomainName.of("example.com");

  @ParameterizedTest
  @CsvSource({
    "us-east-1-ai-server, A, us-east-1-ai-server-record",
    "US-East-1, A, us-east-1-record",
    "api, AAAA, api-AAAA-record",
    "_dmarc, TXT, _dmarc-TXT-record",
    "_sip._tcp, SRV, _sip__tcp-SRV-record",
    "a.b, A, a_b-record",
    "a_b, A, aUb-record",
    "a._b, A, a__b-record",
    "'', MX, APEX-MX-record",
    "'', A, APEX-record",
    "*, A, WILDCARD-record",
    "*.a, A, WILDCARD_a-record",
    "a.*, A, a_X2A-record",
    "*a, A, X2Aa-record",
    "apex, A, apex-record",
    "1a, A, N1a-record",
    "n1a, A, n1a-record",
    "-a, A, X2Da-record",
    "a-, A, a--record",
    "'a\\040b', A, aX5C040b-record",
    "zone, A, zone-record",
  })
  void nameComesFromNameAndType(String relative, RecordType type, String resource) {
    assertThat(nameOf(relative, type)).isEqualTo(resource);
  }

  @Test
  void aHealthCheckThatCannotBeChangedIsAnotherResource() {
    HealthCheck control = new HealthCheck.RoutingControl("arn:a", HealthCheck.Common.PLAIN);
    HealthCheck inverted =
        new HealthCheck.RoutingControl("arn:a", new HealthCheck.Common(true, false));

    assertThat(ResourceNames.ofHealthCheck("us-1", control)).isEqualTo("us-1-health-check");
    assertThat(ResourceNames.ofHealthCheck("us-1", inverted))
        .isEqualTo("us-1-INVERTED-health-check");
    assertThat(ResourceNames.isOfHealthCheck("us-1-INVERTED-health-check", "us-1")).isTrue();
    assertThat(ResourceNames.isOfHealthCheck("zone_us-1-health-check_0A1B2C3D", "us-1")).isTrue();
    assertThat(ResourceNames.isOfHealthCheck("us-1-inverted-health-check", "us-1")).isFalse();
  }

  @Test
  void valuesAndTtlDoNotMoveTheResource() {
    DomainName www = DomainName.of("www.example.com");
    assertThat(ResourceNames.of(RecordSet.simple(www, RecordType.A, 5, List.of("::")), ZONE))
        .isEqualTo(ResourceNames.of(RecordSet.simple(www, RecordType.A, 300, List.of()), ZONE));
  }

  @Property(tries = 500)
  void differentRecordSetsHaveDifferentNames(@ForAll("recordSets") Set<RecordSet.Key> keys) {
    Map<String, RecordSet.Key> names = new HashMap<>();
    for (RecordSet.Key key : keys) {
      String name =
          ResourceNames.of(RecordSet.simple(key.name(), key.type(), 300, List.of()), ZONE);
      assertThat(names.put(name, key)).as("another record set named %s", name).isNull();
      assertThat(name).isNotEqualTo(ResourceNames.ZONE);
    }
  }

  @Property
  void everyNameIsATerraformIdentifier(@ForAll("recordSets") Set<RecordSet.Key> keys) {
    assertThat(keys)
        .extracting(
            key -> ResourceNames.of(RecordSet.simple(key.name(), key.type(), 1, List.of()), ZONE))
        .allMatch(name -> name.matches("[A-Za-z_][A-Za-z0-9_-]*"));
  }

  /** Many short names of few pieces each time, so that those that could be confused meet. */
  @Provide
  Arbitrary<Set<RecordSet.Key>> recordSets() {
    return Arbitraries.of(
            List.of("a", "b", "_", ".", "-"),
            List.of("a", "A", "u", "U", "_", "."),
            List.of("x", "5", "f", "_", "\\137", "."),
            List.of("x", "2", "a", "*", "*.", "wildcard", "_"),
            List.of("n", "1", "0", "-", "_", "."),
            List.of("", "apex", "-", "aaaa", "txt", "record", "-record"),
            List.of("\\040", "x", "5", "c", "040", "/", "$"))
        .flatMap(ResourceNamesTest::keys);
  }

  private static Arbitrary<Set<RecordSet.Key>> keys(List<String> pieces) {
    Arbitrary<DomainName> names =
        Arbitraries.of(pieces)
            .list()
            .ofMaxSize(4)
            .map(parts -> String.join("", parts))
            .filter(ResourceNamesTest::isName)
            .map(ResourceNamesTest::absolute);
    return Combinators.combine(names, Arbitraries.of(RecordType.A, RecordType.AAAA, RecordType.TXT))
        .as((name, type) -> new RecordSet.Key(name, type, Optional.empty()))
        .list()
        .ofMinSize(2)
        .ofMaxSize(150)
        .map(HashSet::new);
  }

  private static boolean isName(String relative) {
    try {
      return absolute(relative).isWithin(ZONE) && !relative.endsWith(".");
    } catch (InvalidNameException e) {
      return false;
    }
  }

  private static DomainName absolute(String relative) {
    return relative.isEmpty() ? ZONE : ZONE.prepend(relative);
  }

  private static String nameOf(String relative, RecordType type) {
    return ResourceNames.of(RecordSet.simple(absolute(relative), type, 300, List.of()), ZONE);
  }
}
