package io.github.fleetdns.dns;

import static io.github.fleetdns.dns.Handlers.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.IpAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.CookieOption;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class FastPathTest {
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

  /** Both paths draw from the same seed, so that equal choices are made; each byte is compared. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void itGivesTheBytesOfTheSlowPath(long seed) {
    Random random = new Random(seed);
    Handlers server =
        Handlers.of(
            CLIENTS,
            random.nextBoolean()
                ? Map.of()
                : Map.of(
                    "lb-1.eu-central-1.elb.amazonaws.com", List.of(IpAddress.of("192.0.2.71"))),
            WireZone.zone());
    int fast = 0;
    int queries = 10_000;
    for (int i = 0; i < queries; i++) {
      if (i % 1000 == 500) {
        server.down(random.nextBoolean() ? new String[] {"check-one"} : new String[0]);
      }
      byte[] packet = query(random).toWire();
      Optional<byte[]> answer = server.fast(packet);
      if (answer.isPresent()) {
        fast++;
        assertThat(hex(answer.get()))
            .as(() -> describe(packet))
            .isEqualTo(hex(server.slow(packet, false).orElseThrow()));
      }
    }
    assertThat(fast).isGreaterThan(queries / 2);
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
    } catch (java.io.IOException e) {
      return hex(packet);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Test
  void theUsualQuestionsTakeIt() {
    Handlers server = Handlers.of(CLIENTS, Map.of(), WireZone.zone());
    for (String name :
        List.of("www", "many", "api", "pool", "geo", "net", "tree", "x.wild", "nope", "lb")) {
      assertThat(server.fast(Handlers.query(name + ".example.com.", Type.A).toWire()))
          .as(name)
          .isPresent();
    }
  }

  @Test
  void whatWasRememberedEndsWhenSomethingGoesDown() {
    Handlers server = Handlers.of(CLIENTS, Map.of(), WireZone.zone());
    byte[] packet = Handlers.query("api.example.com.", Type.A).toWire();
    server.fast(packet);
    server.down("check-one");
    for (int i = 0; i < 50; i++) {
      byte[] answer = server.fast(packet).orElseThrow();
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
                      .fast(Handlers.from("203.0.113.0/24", "geo.example.com.").toWire())
                      .orElseThrow()))
          .contains(hex(Handlers.address("192.0.2.32").getAddress()));
      assertThat(
              hex(
                  server
                      .fast(Handlers.from("203.0.112.0/24", "geo.example.com.").toWire())
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
        assertThat(hex(server.fast(packet).orElseThrow()))
            .contains(hex(Handlers.address(expected).getAddress()));
      }
    }
  }
}
