package io.github.fleetdns.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.NameSpace;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Visibility;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

class SplitHorizonTest {
  private static final HostedZone INSIDE =
      new HostedZone(
          DomainName.of("example.com"),
          "inside",
          Map.of(),
          new Visibility.Private(List.of(new Visibility.Vpc("vpc-1", Optional.of("eu-central-1")))),
          List.of(),
          Map.of(),
          List.of());
  private static final HostedZone OUTSIDE =
      HostedZone.of(
          DomainName.of("example.com"),
          List.of(
              RecordSet.simple(
                  DomainName.of("api.example.com"), RecordType.NS, 60, List.of("ns.example.net"))));
  private static final HostedZone CHILD =
      HostedZone.of(DomainName.of("api.example.com"), List.of());
  private static final HostedZone UNREACHED =
      HostedZone.of(DomainName.of("lost.example.com"), List.of());

  @ParameterizedTest
  @CsvSource({
    "www.example.com., internet, public example.com",
    "www.example.com., vpc, private example.com",
    "v1.api.example.com., internet, public api.example.com",
    "v1.api.example.com., vpc, private example.com",
    "x.lost.example.com., internet, public example.com",
    "www.example.org., internet, none"
  })
  void theZoneThatAnswersIsThatOfTheNameSpaceWhateverTheOrder(
      String name, String from, String answering) throws Exception {
    Client client = from.equals("vpc") ? Client.inVpc("eu-central-1") : Client.UNKNOWN;
    List<HostedZone> zones = new ArrayList<>(List.of(INSIDE, OUTSIDE, CHILD, UNREACHED));
    for (int i = 0; i < zones.size(); i++) {
      Collections.rotate(zones, 1);
      assertThat(
              Zones.of(NameSpace.of(zones.stream().map(NameSpace.Member::of).toList()), client)
                  .holding(Name.fromString(name), Type.A)
                  .map(view -> view.served().zone())
                  .map(zone -> (zone.isPrivate() ? "private " : "public ") + zone.name())
                  .orElse("none"))
          .isEqualTo(answering);
    }
  }
}
