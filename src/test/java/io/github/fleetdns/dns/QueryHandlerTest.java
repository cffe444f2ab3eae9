package io.github.fleetdns.dns;

import static io.github.fleetdns.dns.Handlers.data;
import static io.github.fleetdns.dns.Handlers.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.IpAddress;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.GenericEDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

class QueryHandlerTest {
  private static final String CLIENTS =
      """
      203.0.113.0/24,DE
      203.0.112.0/24,FR
      2001:db8:2::/48,JP
      """;

  private final Handlers server = Handlers.of(CLIENTS, Map.of(), WireZone.zone());

  // ---- answers ----

  @Test
  void anAnswerIsAuthoritativeAndNamesTheServers() {
    Message answer = server.ask("www.example.com.", Type.A);
    assertThat(answer.getHeader().getID()).isEqualTo(4711);
    assertThat(answer.getHeader().getFlag(Flags.QR)).isTrue();
    assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
    assertThat(answer.getHeader().getFlag(Flags.RA)).isFalse();
    assertThat(answer.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(Handlers.answer(answer)).isEqualTo("www.example.com. 300 IN A 192.0.2.1");
    assertThat(data(answer, Section.AUTHORITY)).hasSize(4).contains("ns-0.awsdns-00.com.");
  }

  @Test
  void theCaseOfTheNameComesBack() {
    Message answer = server.ask("wWw.ExAmPle.cOm.", Type.A);
    assertThat(answer.getQuestion().getName()).hasToString("wWw.ExAmPle.cOm.");
    assertThat(answer.getSection(Section.ANSWER).get(0).getName()).hasToString("wWw.ExAmPle.cOm.");
  }

  @Test
  void theValuesOfASimpleRecordSetComeInEveryOrder() {
    Set<String> first = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      List<String> values = data(server.ask("many.example.com.", Type.A), Section.ANSWER);
      assertThat(values).hasSize(5).doesNotHaveDuplicates();
      first.add(values.get(0) + values.get(4));
    }
    // 20 pairs of first and last; each is missed by 200 draws with probability (19/20)^200 =
    // 3.5e-5.
    assertThat(first).hasSize(20);
  }

  @Test
  void eightOfTwelveMultivalueRecordSetsAreAnswered() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      List<String> values = data(server.ask("pool.example.com.", Type.A), Section.ANSWER);
      assertThat(values).hasSize(8).doesNotHaveDuplicates();
      seen.addAll(values);
    }
    assertThat(seen).hasSize(12);
  }

  @Test
  void anAliasIsInvisible() {
    Message answer = server.ask("tree.example.com.", Type.A);
    assertThat(Handlers.answer(answer)).isEqualTo("tree.example.com. 60 IN A 192.0.2.33");
  }

  @Test
  void aWildcardAnswersUnderTheNameThatWasAsked() {
    assertThat(Handlers.answer(server.ask("a.b.wild.example.com.", Type.A)))
        .isEqualTo("a.b.wild.example.com. 300 IN A 192.0.2.99");
  }

  @Test
  void aCnameBringsTheAddressOfATargetInTheZone() {
    Message answer = server.ask("alias-of.example.com.", Type.A);
    assertThat(data(answer, Section.ANSWER)).containsExactly("www.example.com.");
    assertThat(data(answer, Section.ADDITIONAL))
        .containsExactly("192.0.2.1", "2001:db8:0:0:0:0:0:1");
    assertThat(data(server.ask("outside.example.com.", Type.A), Section.ADDITIONAL)).isEmpty();
  }

  @Test
  void mailServersAndServicesBringTheirAddresses() {
    assertThat(data(server.ask(query("mail.example.com.", Type.MX), true), Section.ADDITIONAL))
        .containsExactlyInAnyOrder("192.0.2.11", "2001:db8:0:0:0:0:0:11", "192.0.2.12");
    assertThat(
            data(server.ask(query("_sip._tcp.example.com.", Type.SRV), true), Section.ADDITIONAL))
        .hasSize(3)
        .contains("192.0.2.11")
        .containsAnyOf("192.0.2.21", "192.0.2.22");
  }

  @Test
  void aTextArrivesAsItsBytes() {
    List<Record> texts =
        server.ask(query("text.example.com.", Type.TXT), true).getSection(Section.ANSWER);
    assertThat(texts)
        .anySatisfy(
            text ->
                assertThat(((TXTRecord) text).getStringsAsByteArrays())
                    .containsExactly(
                        "one \"quoted\" ü".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "two".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  // ---- negative answers and referrals ----

  @ParameterizedTest
  @CsvSource({
    "nope.example.com., A, NXDOMAIN",
    "www.example.com., MX, NOERROR",
    "er.name.example.com., A, NOERROR",
    "www.example.com., LOC, NOERROR",
    "www.example.com., TYPE65280, NOERROR",
    "japan-only.example.com., A, NOERROR"
  })
  void aNegativeAnswerHasTheSoa(String name, String type, String rcode) {
    Message answer = server.ask(name, Type.value(type, true));
    assertThat(Rcode.string(answer.getRcode())).isEqualTo(rcode);
    assertThat(answer.getSection(Section.ANSWER)).isEmpty();
    assertThat(answer.getSection(Section.AUTHORITY).toString())
        .matches("\\[example.com.\\s+900\\s+IN\\s+SOA\\s+ns-0.awsdns-00.com. .*");
    assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
  }

  @Test
  void theTtlOfANegativeAnswerIsTheSmallerOfTheSoas() {
    HostedZone zone =
        HostedZone.of(
            WireZone.APEX,
            List.of(
                RecordSet.simple(
                    WireZone.APEX,
                    RecordType.SOA,
                    600,
                    List.of("ns.example.net. admin.example.net. 1 7200 900 1209600 60"))));
    Message answer = Handlers.of(zone).ask("nope.example.com.", Type.A);
    assertThat(answer.getSection(Section.AUTHORITY).get(0).getTTL()).isEqualTo(60);
  }

  @Test
  void aDelegatedNameIsReferredWithGlue() {
    Message answer = server.ask("deep.sub.example.com.", Type.A);
    assertThat(answer.getHeader().getFlag(Flags.AA)).isFalse();
    assertThat(answer.getSection(Section.ANSWER)).isEmpty();
    assertThat(answer.getSection(Section.AUTHORITY))
        .allSatisfy(record -> assertThat(record.getName()).hasToString("sub.example.com."));
    assertThat(data(answer, Section.AUTHORITY))
        .containsExactlyInAnyOrder("ns1.sub.example.com.", "ns.example.net.");
    assertThat(data(answer, Section.ADDITIONAL)).containsExactly("192.0.2.53");
  }

  @Test
  void theKeyOfADelegatedZoneIsAnsweredHere() {
    Message none = server.ask("sub.example.com.", Type.DS);
    assertThat(none.getHeader().getFlag(Flags.AA)).isTrue();
    assertThat(none.getSection(Section.AUTHORITY).get(0).getType()).isEqualTo(Type.SOA);
  }

  // ---- aliases of AWS resources ----

  @Test
  void anUnknownResourceIsStoodInForByACnameThatSaysSo() {
    Message answer = server.ask(query("lb.example.com.", Type.A, 1232), false);
    assertThat(Handlers.answer(answer))
        .isEqualTo("lb.example.com. 60 IN CNAME dualstack.lb-1.eu-central-1.elb.amazonaws.com.");
    assertThat(remark(answer)).startsWith("a CNAME stands in").contains("load balancer");
  }

  @Test
  void aResourceWithoutANameIsAFailureThatSaysSo() {
    Message answer = server.ask(query("looked-up.example.com.", Type.A, 1232), false);
    assertThat(answer.getRcode()).isEqualTo(Rcode.SERVFAIL);
    assertThat(remark(answer)).contains("known after apply").contains("--target");
  }

  @Test
  void theUserGivesAddressesOfResources() {
    Handlers known =
        Handlers.of(
            "",
            Map.of(
                "lb-1.eu-central-1.elb.amazonaws.com",
                List.of(IpAddress.of("192.0.2.71"), IpAddress.of("2001:db8::71")),
                "gpu",
                List.of(IpAddress.of("192.0.2.72"))),
            WireZone.zone());
    assertThat(Handlers.answer(known.ask("lb.example.com.", Type.A)))
        .isEqualTo("lb.example.com. 60 IN A 192.0.2.71");
    assertThat(data(known.ask("looked-up.example.com.", Type.A), Section.ANSWER))
        .containsExactly("192.0.2.72");
  }

  private static String remark(Message answer) {
    return ((ExtendedErrorCodeOption)
            answer.getOPT().getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR).get(0))
        .getText();
  }

  // ---- who asks ----

  @ParameterizedTest
  @CsvSource({
    "203.0.113.0/24, geo,   192.0.2.32, 24",
    "203.0.113.77/32, geo,  192.0.2.32, 24",
    "203.0.112.0/24, geo,   192.0.2.31, 24",
    "203.0.0.0/16,   geo,   192.0.2.33, 16",
    "8.8.8.0/24,     geo,   192.0.2.33, 1",
    "198.51.100.0/26, net,  192.0.2.41, 26",
    "198.51.100.9/32, net,  192.0.2.41, 26",
    "198.51.100.0/24, net,  192.0.2.42, 24",
    "2001:db8:1::/56, net,  192.0.2.41, 48",
    "203.0.113.0/24, www,   192.0.2.1,  0",
    "203.0.113.0/24, tree,  192.0.2.32, 24",
    "0.0.0.0/0,      geo,   192.0.2.33, 0"
  })
  void theClientSubnetDecidesAndComesBackWithItsScope(
      String network, String name, String address, int scope) {
    Message answer = server.ask(Handlers.from(network, name + ".example.com."), false);
    assertThat(data(answer, Section.ANSWER)).containsExactly(address);
    ClientSubnetOption option =
        (ClientSubnetOption) answer.getOPT().getOptions(EDNSOption.Code.CLIENT_SUBNET).get(0);
    assertThat(option.getSourcePrefixLength())
        .isEqualTo(Integer.parseInt(network.substring(network.indexOf('/') + 1)));
    assertThat(option.getAddress())
        .isEqualTo(Handlers.address(network.substring(0, network.indexOf('/'))));
    assertThat(option.getScopePrefixLength()).isEqualTo(scope);
  }

  /** The client in Germany gets no additional address, and one in Japan does. */
  @Test
  void addressesThatOnlyOthersGetBesideTheAnswerCountForItsScope() {
    DomainName apex = DomainName.of("example.com");
    DomainName mx = DomainName.of("mx.example.com");
    RecordSet mail = RecordSet.simple(apex, RecordType.MX, 60, List.of("10 mx.example.com."));
    RecordSet japan =
        new RecordSet(
            mx,
            RecordType.A,
            Optional.of(
                new Routing(
                    "japan",
                    new RoutingPolicy.Geolocation(new GeoPlace.Country("JP")),
                    Optional.empty())),
            new Content.Values(60, List.of("192.0.2.9")));
    Handlers both = Handlers.of(CLIENTS, Map.of(), HostedZone.of(apex, List.of(mail, japan)));
    for (String network : List.of("203.0.113.0/24", "2001:db8:2::/48", "203.0.113.0/24")) {
      Message query = Handlers.from(network, "example.com.", Type.MX);
      Message answer = both.ask(query, false);
      ClientSubnetOption option =
          (ClientSubnetOption) answer.getOPT().getOptions(EDNSOption.Code.CLIENT_SUBNET).get(0);
      assertThat(option.getScopePrefixLength()).isPositive();
      assertThat(data(answer, Section.ADDITIONAL))
          .isEqualTo(network.startsWith("2001") ? List.of("192.0.2.9") : List.of());
    }
  }

  @Test
  void withoutAClientSubnetTheSourceCountsAndNoneComesBack() {
    Message answer =
        Handlers.of("127.0.0.0/8,DE", Map.of(), WireZone.zone())
            .ask(query("geo.example.com.", Type.A, 1232), false);
    assertThat(data(answer, Section.ANSWER)).containsExactly("192.0.2.32");
    assertThat(answer.getOPT().getOptions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00031800cb0071", // no such family
        "00012100cb007101", // more bits than an address has
        "00011800cb0071ff", // more bytes than the prefix
        "00011801cb0071", // a scope, which is for responses
        "00011700cb0071", // a bit behind the prefix
        "0001"
      })
  void aWrongClientSubnetIsAFormatError(String hex) {
    Message query =
        query(
            "geo.example.com.",
            Type.A,
            1232,
            new GenericEDNSOption(
                EDNSOption.Code.CLIENT_SUBNET, java.util.HexFormat.of().parseHex(hex)));
    byte[] packet = query.toWire();
    assertThat(server.answer(packet, false).orElseThrow()[3] & 0xf).isEqualTo(Rcode.FORMERR);
  }

  // ---- what goes down ----

  @Test
  void whatIsDownIsPassedOver() {
    server.down("check-one");
    for (int i = 0; i < 20; i++) {
      assertThat(data(server.ask("api.example.com.", Type.A), Section.ANSWER))
          .containsExactly("192.0.2.22");
    }
    server.down();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      seen.addAll(data(server.ask("api.example.com.", Type.A), Section.ANSWER));
    }
    assertThat(seen).containsExactlyInAnyOrder("192.0.2.21", "192.0.2.22");
  }

  // ---- refusals ----

  @Test
  void anotherZoneIsRefused() {
    Message answer = server.ask(query("www.example.org.", Type.A, 1232), false);
    assertThat(answer.getRcode()).isEqualTo(Rcode.REFUSED);
    assertThat(answer.getHeader().getFlag(Flags.AA)).isFalse();
    assertThat(server.ask(".", Type.NS).getRcode()).isEqualTo(Rcode.REFUSED);
  }

  @Test
  void theZoneWithTheLongestNameAnswers() {
    HostedZone inner =
        HostedZone.of(
            DomainName.of("sub.example.com"),
            List.of(
                RecordSet.simple(
                    DomainName.of("www.sub.example.com"),
                    RecordType.A,
                    60,
                    List.of("192.0.2.200"))));
    Handlers both = Handlers.of(WireZone.zone(), inner);
    assertThat(data(both.ask("www.sub.example.com.", Type.A), Section.ANSWER))
        .containsExactly("192.0.2.200");
    assertThat(data(both.ask("www.example.com.", Type.A), Section.ANSWER))
        .containsExactly("192.0.2.1");
  }

  @ParameterizedTest
  @ValueSource(ints = {Type.AXFR, Type.IXFR, Type.TSIG, Type.TKEY, Type.OPT})
  void transfersAreRefused(int type) {
    byte[] packet = query("example.com.", Type.A).toWire();
    packet[packet.length - 3] = (byte) type;
    assertThat(server.answer(packet, true).orElseThrow()[3] & 0xf).isEqualTo(Rcode.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(ints = {DClass.CH, DClass.HS, DClass.ANY, DClass.NONE, 4711})
  void otherClassesAreRefused(int dclass) {
    byte[] packet = query("www.example.com.", Type.A).toWire();
    packet[packet.length - 2] = (byte) (dclass >> 8);
    packet[packet.length - 1] = (byte) dclass;
    assertThat(server.answer(packet, false).orElseThrow()[3] & 0xf).isEqualTo(Rcode.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, Opcode.STATUS, 3, Opcode.NOTIFY, Opcode.UPDATE, 15})
  void otherOpcodesAreNotImplemented(int opcode) {
    byte[] packet = query("example.com.", Type.SOA).toWire();
    packet[2] |= (byte) (opcode << 3);
    byte[] answer = server.answer(packet, false).orElseThrow();
    assertThat(answer[3] & 0xf).isEqualTo(Rcode.NOTIMP);
    assertThat(Query.opcode(answer)).isEqualTo(opcode);
  }

  @Test
  void anyIsAnsweredWithOneRecordThatSaysSo() {
    Message answer = server.ask("www.example.com.", Type.ANY);
    assertThat(data(answer, Section.ANSWER)).containsExactly("\"RFC8482\" \"\"");
    assertThat(server.ask("nope.example.com.", Type.ANY).getRcode()).isEqualTo(Rcode.NXDOMAIN);
  }

  // ---- EDNS ----

  @Test
  void anUnknownVersionOfEdnsIsAnsweredWithTheKnownOne() {
    Message query = query("www.example.com.", Type.A);
    query.addRecord(new OPTRecord(1232, 0, 1), Section.ADDITIONAL);
    Message answer = server.ask(query, false);
    assertThat(answer.getRcode()).isEqualTo(Rcode.BADVERS);
    assertThat(answer.getOPT().getVersion()).isZero();
    assertThat(answer.getSection(Section.ANSWER)).isEmpty();
  }

  @Test
  void flagsComeBack() {
    Message query = query("www.example.com.", Type.A);
    query.getHeader().setFlag(Flags.RD);
    query.getHeader().setFlag(Flags.CD);
    query.addRecord(new OPTRecord(1232, 0, 0, ExtendedFlags.DO), Section.ADDITIONAL);
    Message answer = server.ask(query, false);
    assertThat(answer.getHeader().getFlag(Flags.RD)).isTrue();
    assertThat(answer.getHeader().getFlag(Flags.CD)).isTrue();
    assertThat(answer.getOPT().getFlags()).isEqualTo(ExtendedFlags.DO);
  }

  @Test
  void whoSentAnOptRecordGetsOneWithAnErrorToo() throws IOException {
    byte[] update = query("example.com.", Type.SOA, 1232).toWire();
    update[2] |= (byte) (Opcode.UPDATE << 3);
    Message notImplemented = new Message(server.answer(update, false).orElseThrow());
    assertThat(notImplemented.getRcode()).isEqualTo(Rcode.NOTIMP);
    assertThat(notImplemented.getOPT()).isNotNull();

    EDNSOption tooShort = new GenericEDNSOption(EDNSOption.Code.CLIENT_SUBNET, new byte[2]);
    byte[] malformed = query("www.example.com.", Type.A, 1232, tooShort).toWire();
    Message formatError = new Message(server.answer(malformed, false).orElseThrow());
    assertThat(formatError.getRcode()).isEqualTo(Rcode.FORMERR);
    assertThat(formatError.getOPT()).isNotNull();

    byte[] plain = query("example.com.", Type.SOA).toWire();
    plain[2] |= (byte) (Opcode.UPDATE << 3);
    assertThat(new Message(server.answer(plain, false).orElseThrow()).getOPT()).isNull();
  }

  // ---- sizes ----

  @ParameterizedTest
  @CsvSource({"0, 512", "100, 512", "512, 512", "1232, 1232", "4096, 4096", "65535, 4096"})
  void overUdpNothingIsLargerThanTheClientTakes(int announced, int limit) {
    for (String name : List.of("big", "huge", "mail", "text", "www", "pool")) {
      int type =
          name.equals("mail")
              ? Type.MX
              : name.length() > 3 && !name.equals("pool") ? Type.TXT : Type.A;
      int asked = name.equals("big") ? Type.TXT : type;
      Message query =
          announced == 0
              ? query(name + ".example.com.", asked)
              : query(name + ".example.com.", asked, announced);
      byte[] answer = server.answer(query.toWire(), false).orElseThrow();
      assertThat(answer.length).as(name).isLessThanOrEqualTo(limit);
    }
  }

  @Test
  void whatDoesNotFitIsLeftOutFromItsEndAndThenTruncated() {
    Message whole = server.ask(query("big.example.com.", Type.TXT, 4096), false);
    assertThat(whole.getHeader().getFlag(Flags.TC)).isFalse();
    assertThat(whole.getSection(Section.ANSWER)).hasSize(10);

    Message truncated = server.ask(query("big.example.com.", Type.TXT, 1232), false);
    assertThat(truncated.getHeader().getFlag(Flags.TC)).isTrue();
    assertThat(truncated.getSection(Section.ANSWER)).isEmpty();
    assertThat(truncated.getOPT()).isNotNull();

    Message huge = server.ask(query("huge.example.com.", Type.TXT, 65535), false);
    assertThat(huge.getHeader().getFlag(Flags.TC)).isTrue();

    Message tcp = server.ask(query("huge.example.com.", Type.TXT), true);
    assertThat(tcp.getHeader().getFlag(Flags.TC)).isFalse();
    assertThat(tcp.getSection(Section.ANSWER)).hasSize(40);
    assertThat(tcp.numBytes()).isGreaterThan(8000);
  }

  // ---- packets that are no queries ----

  @Test
  void aResponseIsDropped() {
    byte[] packet = query("www.example.com.", Type.A).toWire();
    packet[2] |= (byte) 0x80;
    assertThat(server.answer(packet, false)).isEmpty();
  }

  @Test
  void aPacketWithoutAHeaderIsDropped() {
    byte[] packet = query("www.example.com.", Type.A).toWire();
    for (int length = 0; length < Limits.HEADER; length++) {
      assertThat(server.answer(Arrays.copyOf(packet, length), false)).isEmpty();
    }
  }

  @Test
  void aPacketThatEndsEarlyIsAFormatError() {
    byte[] packet = query("www.example.com.", Type.A, 1232).toWire();
    for (int length = Limits.HEADER; length < packet.length; length++) {
      byte[] answer = server.answer(Arrays.copyOf(packet, length), false).orElseThrow();
      assertThat(answer).hasSize(Limits.HEADER);
      assertThat(answer[3] & 0xf).isEqualTo(Rcode.FORMERR);
    }
  }

  @Test
  void twoQuestionsOrTwoOptRecordsAreAFormatError() {
    Message questions = query("www.example.com.", Type.A);
    questions.addRecord(questions.getQuestion(), Section.QUESTION);
    assertThat(server.ask(questions, false).getRcode()).isEqualTo(Rcode.FORMERR);
    Message opts = query("www.example.com.", Type.A, 1232);
    opts.addRecord(new OPTRecord(512, 0, 0), Section.ADDITIONAL);
    assertThat(server.ask(opts, false).getRcode()).isEqualTo(Rcode.FORMERR);
  }

  @Test
  void aPointerThatPointsAtItselfIsAFormatError() {
    byte[] packet = query("www.example.com.", Type.A).toWire();
    packet[12] = (byte) 0xc0;
    packet[13] = 12;
    assertThat(server.answer(packet, false).orElseThrow()[3] & 0xf).isEqualTo(Rcode.FORMERR);
  }

  // ---- counts ----

  @Test
  void whatWasAskedIsCounted() {
    server.ask("www.example.com.", Type.A);
    server.ask("WWW.example.com.", Type.A);
    server.answer(query("www.example.com.", Type.A).toWire(), true);
    server.ask("nope.example.com.", Type.A);
    server.ask("www.example.org.", Type.A);
    assertThat(server.state().log().counts())
        .containsExactly(
            new QueryCount("(outside of the zones)", "", "REFUSED", 1),
            new QueryCount("nope.example.com", "A", "NXDOMAIN", 1),
            new QueryCount("www.example.com", "A", "192.0.2.1", 3));
  }
}
