package io.github.fleetdns.dns;

import static io.github.fleetdns.dns.Handlers.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.zone.IpAddress;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.CookieOption;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class PlansTest {
  private static final String CLIENTS =
      """
      203.0.113.0/24,DE
      203.0.112.0/24,FR
      2001:db8:2::/48,JP
      """;
  private static final List<String> NAMES =
      List.of(
          "www",
          "many",
          "mail",
          "one-mail",
          "_sip._tcp",
          "alias-of",
          "to-api",
          "outside",
          "sub",
          "deep.sub",
          "ns1.sub",
          "x.wild",
          "y.x.wild",
          "wild",
          "wild-cname",
          "_443._tcp.www",
          "ptr",
          "svc",
          "deep.er.name",
          "er.name",
          "text",
          "big",
          "huge",
          "api",
          "pool",
          "geo",
          "japan-only",
          "net",
          "tree",
          "lb",
          "looked-up",
          "nope",
          "mx1");
  private static final List<Integer> TYPES =
      List.of(
          Type.A,
          Type.A,
          Type.A,
          Type.AAAA,
          Type.MX,
          Type.TXT,
          Type.NS,
          Type.SOA,
          Type.SRV,
          Type.PTR,
          Type.CNAME,
          Type.CAA,
          Type.TLSA,
          Type.HTTPS,
          Type.DS,
          Type.LOC,
          Type.ANY,
          65280);

  /**
   * One server keeps what it worked out, the other works everything out anew for each query; both
   * draw from the same seed, so that equal choices are made. Each byte is compared.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatIsRememberedIsWhatWouldBeWorkedOutAnew(long seed) throws IOException {
    Random random = new Random(seed);
    Map<String, List<IpAddress>> targets =
        random.nextBoolean()
            ? Map.of()
            : Map.of("lb-1.eu-central-1.elb.amazonaws.com", List.of(IpAddress.of("192.0.2.71")));
    Handlers remembering = Handlers.of(CLIENTS, targets, WireZone.zone());
    Handlers forgetting = Handlers.of(CLIENTS, targets, WireZone.zone());
    String[] down = {};
    for (int i = 0; i < 3_000; i++) {
      if (i % 1000 == 500) {
        down = random.nextBoolean() ? new String[] {"check-one"} : new String[0];
        remembering.down(down);
      }
      forgetting.down(down);
      byte[] packet = query(random).toWire();
      byte[] answer = remembering.answer(packet, false).orElseThrow();
      assertThat(hex(answer))
          .as(() -> describe(packet))
          .isEqualTo(hex(forgetting.answer(packet, false).orElseThrow()));
      assertAnswers(new Message(packet), answer);
    }
  }

  /** dnsjava, which did not write the response, reads it to its end. */
  private static void assertAnswers(Message query, byte[] bytes) throws IOException {
    Message answer = new Message(bytes);
    assertThat(answer.numBytes()).isEqualTo(bytes.length);
    assertThat(answer.getHeader().getID()).isEqualTo(query.getHeader().getID());
    assertThat(answer.getQuestion().getName().toString())
        .isEqualTo(query.getQuestion().getName().toString());
    assertThat(answer.getQuestion().getType()).isEqualTo(query.getQuestion().getType());
    for (int flag : new int[] {Flags.RD, Flags.CD}) {
      assertThat(answer.getHeader().getFlag(flag)).isEqualTo(query.getHeader().getFlag(flag));
    }
    assertThat(answer.getHeader().getFlag(Flags.AD)).isFalse();
    assertThat(answer.getSection(Section.ANSWER))
        .allMatch(record -> record.getName().equals(query.getQuestion().getName()));
    OPTRecord asked = query.getOPT();
    assertThat(answer.getOPT() != null).isEqualTo(asked != null);
    int announced = asked == null ? 0 : asked.getPayloadSize();
    assertThat(bytes.length).isLessThanOrEqualTo(Math.min(4096, Math.max(512, announced)));
  }

  private static Message query(Random random) {
    String relative = NAMES.get(random.nextInt(NAMES.size()));
    String name = (random.nextInt(20) == 0 ? "" : relative + ".") + "example.com.";
    Message query = Handlers.query(mixed(name, random), TYPES.get(random.nextInt(TYPES.size())));
    query.getHeader().setID(random.nextInt(65536));
    for (int flag : new int[] {Flags.RD, Flags.CD, Flags.AD}) {
      if (random.nextBoolean()) {
        query.getHeader().setFlag(flag);
      }
    }
    if (random.nextInt(3) > 0) {
      int size = List.of(0, 512, 700, 1232, 4096, 65535).get(random.nextInt(6));
      int flags = random.nextBoolean() ? ExtendedFlags.DO : 0;
      query.addRecord(new OPTRecord(size, 0, 0, flags, options(random)), Section.ADDITIONAL);
    }
    return query;
  }

  private static List<EDNSOption> options(Random random) {
    List<EDNSOption> options = new java.util.ArrayList<>();
    if (random.nextBoolean()) {
      options.add(new CookieOption(new byte[8]));
    }
    if (random.nextBoolean()) {
      String network =
          List.of(
                  "203.0.113.0/24",
                  "203.0.112.9/32",
                  "203.0.0.0/16",
                  "198.51.100.0/26",
                  "198.51.100.128/25",
                  "0.0.0.0/0",
                  "2001:db8:1:2::/64",
                  "2001:db8:2::/48",
                  "::/0")
              .get(random.nextInt(9));
      String[] parts = network.split("/", -1);
      options.add(new ClientSubnetOption(Integer.parseInt(parts[1]), Handlers.address(parts[0])));
    }
    return options;
  }

  private static String mixed(String name, Random random) {
    StringBuilder mixed = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      mixed.append(random.nextBoolean() ? c : String.valueOf(c).toUpperCase(Locale.ROOT));
    }
    return mixed.toString();
  }

  private static String describe(byte[] packet) {
    try {
      return new Message(packet).toString();
    } catch (IOException e) {
      return hex(packet);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Test
  void whatEverybodyGetsIsSharedByAllClients() {
    Plans plans = new Plans();
    AtomicInteger made = new AtomicInteger();
    Cells.Cell cell = new Cells.Cell(Client.UNKNOWN, 0);
    plans.in(cell, name("a.example.com."), Type.A, client -> plan(false, made));
    assertThat(plans.forEverybody(name("A.Example.com."), Type.A)).isPresent();
    assertThat(plans.forEverybody(name("a.example.com."), Type.AAAA)).isEmpty();
    assertThat(plans.forEverybody(name("b.example.com."), Type.A)).isEmpty();
  }

  @Test
  void aQuestionThatDependsOnTheClientIsWorkedOutOnceForEachCell() {
    Plans plans = new Plans();
    AtomicInteger made = new AtomicInteger();
    for (int i = 0; i < 2; i++) {
      Cells.Cell cell = new Cells.Cell(Client.UNKNOWN, i);
      for (int round = 0; round < 3; round++) {
        plans.in(cell, name("a.example.com."), Type.A, client -> plan(true, made));
        assertThat(plans.forEverybody(name("a.example.com."), Type.A)).isEmpty();
      }
    }
    assertThat(made).hasValue(2);
  }

  /** Names that are made up are forgotten, and planned again, before they fill the memory. */
  @Test
  void whatIsRememberedIsBounded() {
    Plans plans = new Plans();
    AtomicInteger made = new AtomicInteger();
    Cells.Cell cell = new Cells.Cell(Client.UNKNOWN, 0);
    for (int i = 0; i < 100_000; i++) {
      plans.in(cell, name("n" + i + ".example.com."), Type.A, client -> plan(false, made));
    }
    assertThat(made).hasValue(100_000);
    assertThat(plans.size()).isBetween(1, 1 << 15);
  }

  private static Plan plan(boolean perClient, AtomicInteger made) {
    made.incrementAndGet();
    Plan refusal = Plan.refusal(0, Optional.empty(), new LongAdder());
    return new Plan(true, perClient, Weights.ONE, refusal.variants());
  }

  private static Name name(String text) {
    return Name.fromConstantString(text);
  }

  @Test
  void whatWasRememberedEndsWhenSomethingGoesDown() {
    Handlers server = Handlers.of(CLIENTS, Map.of(), WireZone.zone());
    byte[] packet = Handlers.query("api.example.com.", Type.A).toWire();
    server.answer(packet, false);
    server.down("check-one");
    for (int i = 0; i < 50; i++) {
      byte[] answer = server.answer(packet, false).orElseThrow();
      assertThat(hex(answer)).contains(hex(Handlers.address("192.0.2.22").getAddress()));
    }
  }

  @Test
  void clientsInDifferentPlacesDoNotShareWhatIsRemembered() {
    Handlers server = Handlers.of(CLIENTS, Map.of(), WireZone.zone());
    for (int i = 0; i < 3; i++) {
      assertThat(
              hex(
                  server
                      .answer(Handlers.from("203.0.113.0/24", "geo.example.com.").toWire(), false)
                      .orElseThrow()))
          .contains(hex(Handlers.address("192.0.2.32").getAddress()));
      assertThat(
              hex(
                  server
                      .answer(Handlers.from("203.0.112.0/24", "geo.example.com.").toWire(), false)
                      .orElseThrow()))
          .contains(hex(Handlers.address("192.0.2.31").getAddress()));
    }
  }

  /** So many that some of them share a place in the memory. */
  @Test
  void manyClientsDoNotShareWhatIsRemembered() {
    StringBuilder clients = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      clients.append("10.%d.%d.0/24,%s\n".formatted(i / 250, i % 250, i % 2 == 0 ? "DE" : "FR"));
    }
    Handlers server = Handlers.of(clients.toString(), Map.of(), WireZone.zone());
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 2000; i++) {
        String network = "10.%d.%d.0/24".formatted(i / 250, i % 250);
        byte[] packet = Handlers.from(network, "geo.example.com.").toWire();
        String expected = i % 2 == 0 ? "192.0.2.32" : "192.0.2.31";
        assertThat(hex(server.answer(packet, false).orElseThrow()))
            .contains(hex(Handlers.address(expected).getAddress()));
      }
    }
  }
}
