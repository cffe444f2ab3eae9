package io.github.fleetdns.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tests that RFC 8906 section 8 has for a server, with dig: what it expects of each response,
 * and that knot, where it is installed, gives the same.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EdnsComplianceIT {
  private static final String ZONE = "example.com";

  /** Options of dig; response code, answer, flags of the header, OPT record. */
  private static final String LIST =
      """
      # section 8.1: without EDNS
      +noedns +noad +norec soa | NOERROR | soa | qr aa |
      +noedns +noad +norec type1000 | NOERROR | none | qr aa |
      +noedns +noad +norec +cd soa | NOERROR | soa | qr aa cd |
      +noedns +norec +ad soa | NOERROR | soa | qr aa |
      +noedns +noad +norec +zflag soa | NOERROR | soa | qr aa |
      +noedns +noad +rec soa | NOERROR | soa | qr aa rd |
      +noedns +noad +opcode=15 +norec +header-only | NOTIMP | none | qr |
      +noedns +noad +norec +tcp soa | NOERROR | soa | qr aa |
      # section 8.2: with EDNS
      +edns=0 +nocookie +noad +norec soa | NOERROR | soa | qr aa | version: 0, flags:
      +edns=1 +nocookie +noednsneg +noad +norec soa | BADVERS | none | qr | version: 0, flags:
      +edns=0 +nocookie +noad +norec +ednsopt=100 soa | NOERROR | soa | qr aa | version: 0, flags:
      +edns=0 +nocookie +noad +norec +ednsflags=0x40 soa | NOERROR | soa | qr aa | version: 0, flags:
      +edns=1 +nocookie +noednsneg +noad +norec +ednsflags=0x40 soa | BADVERS | none | qr | version: 0, flags:
      +edns=1 +nocookie +noednsneg +noad +norec +ednsopt=100 soa | BADVERS | none | qr | version: 0, flags:
      +noad +norec +dnssec +bufsize=512 +ignore dnskey | NOERROR | none | qr aa | version: 0, flags: do
      +edns=0 +nocookie +noad +norec +dnssec soa | NOERROR | soa | qr aa | version: 0, flags: do
      +edns=1 +nocookie +noednsneg +noad +norec +dnssec soa | BADVERS | none | qr | version: 0, flags: do
      +edns=0 +cookie +nsid +expire +subnet=0.0.0.0/0 +noad +norec soa | NOERROR | soa | qr aa | version: 0, flags:
      # Whoever sends an OPT record gets one (RFC 6891 section 6.1.1).
      +edns=0 +nocookie +noad +opcode=15 +norec +header-only | NOTIMP | none | qr | version: 0, flags:
      """;

  @TempDir private static Path folder;
  private DnsServer server;
  private Optional<Process> knot = Optional.empty();
  private InetSocketAddress knotAddress = new InetSocketAddress(0);

  /**
   * What dig saw of a response.
   *
   * @param status the response code
   * @param opcode the opcode
   * @param flags the flags of the header
   * @param answers how many records the answer has
   * @param soa whether the SOA record is in the answer
   * @param edns version and flags of the OPT record; empty without one
   */
  private record Seen(
      String status,
      String opcode,
      Set<String> flags,
      int answers,
      boolean soa,
      Optional<String> edns) {
    static Seen of(String printed) {
      Matcher head =
          Pattern.compile(
                  "opcode: (\\w+), status: (\\w+)[^\\n]*\\n;; flags:([^;]*);[^\\n]*ANSWER: (\\d+)")
              .matcher(printed);
      assertThat(head.find()).as(printed).isTrue();
      Matcher opt = Pattern.compile("; EDNS: (version: \\d+, flags:[^;]*);").matcher(printed);
      return new Seen(
          head.group(2),
          head.group(1),
          new TreeSet<>(List.of(head.group(3).strip().split(" ", -1))),
          Integer.parseInt(head.group(4)),
          Pattern.compile("ANSWER SECTION:\\n" + ZONE + "\\.\\s+\\d+\\s+IN\\s+SOA")
              .matcher(printed)
              .find(),
          opt.find() ? Optional.of(opt.group(1)) : Optional.empty());
    }

    /**
     * Knot does not copy CD, which RFC 4035 section 3.2.2 asks of a server; nothing else differs.
     */
    Seen withoutCheckingDisabled() {
      Set<String> others = new TreeSet<>(flags);
      others.remove("cd");
      return new Seen(status, opcode, others, answers, soa, edns);
    }
  }

  @BeforeAll
  void start() throws Exception {
    server = DnsServer.start(List.of(WireZone.zone()), ServerOptions.onLoopback());
    Optional<Path> knotd =
        Stream.of((System.getenv("PATH") + ":/usr/sbin").split(File.pathSeparator))
            .map(bin -> Path.of(bin, "knotd"))
            .filter(Files::isExecutable)
            .findFirst();
    if (knotd.isPresent() && !Dig.isMissing()) {
      startKnot(knotd.get());
    }
  }

  private void startKnot(Path knotd) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    knotAddress = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    Files.writeString(
        folder.resolve("zone"),
        """
        $ORIGIN example.com.
        @ 900 SOA ns-0.awsdns-00.com. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400
        @ 172800 NS ns-0.awsdns-00.com.
        """);
    Files.writeString(
        folder.resolve("knot.conf"),
        """
        server:
          listen: 127.0.0.1@%d
          rundir: %s
        database:
          storage: %s
        zone:
          - domain: example.com
            storage: %s
            file: zone
        """
            .formatted(port, folder, folder, folder));
    Process process =
        new ProcessBuilder(knotd.toString(), "-c", folder.resolve("knot.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("knot.log").toFile())
            .start();
    knot = Optional.of(process);
    for (int i = 0; i < 100; i++) {
      if (new Dig(knotAddress).run("+time=1", "+tries=1", "soa", ZONE).contains("NOERROR")) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError(Files.readString(folder.resolve("knot.log")));
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
    if (knot.isPresent()) {
      knot.get().destroy();
      assertThat(knot.get().waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static String[] arguments(String options) throws IOException {
    List<String> all = new ArrayList<>(List.of("+time=5", "+tries=1"));
    all.addAll(List.of(options.split(" ", -1)));
    if (!options.contains("+header-only")) {
      all.add(ZONE);
    }
    return all.toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = LIST)
  void aServerAnswersAsTheListExpects(
      String options, String status, String answer, String flags, String edns) throws Exception {
    assumeFalse(Dig.isMissing(), "dig is not on the PATH");
    String printed = new Dig(server.address()).run(arguments(options));
    Seen seen = Seen.of(printed);
    assertThat(seen)
        .isEqualTo(
            new Seen(
                status,
                options.contains("opcode=15") ? "RESERVED15" : "QUERY",
                new TreeSet<>(List.of(flags.split(" ", -1))),
                answer.equals("soa") ? 1 : 0,
                answer.equals("soa"),
                Optional.ofNullable(edns)));
    assertThat(printed).doesNotContain("MBZ").doesNotContain("OPT=100").doesNotContain("malformed");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = LIST)
  void knotAnswersTheSame(String options) throws Exception {
    assumeTrue(knot.isPresent(), "knotd or dig is missing: Debian's knot, bind9-dnsutils");
    Seen ours = Seen.of(new Dig(server.address()).run(arguments(options)));
    Seen theirs = Seen.of(new Dig(knotAddress).run(arguments(options)));
    assertThat(ours.withoutCheckingDisabled()).isEqualTo(theirs.withoutCheckingDisabled());
  }
}
