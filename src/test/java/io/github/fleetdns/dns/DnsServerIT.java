package io.github.fleetdns.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.zone.HostedZone;
import io.netty.handler.codec.dns.DnsRecordType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server as two clients see it that share no code with it: dig, and Netty's.
 *
 * <p>What is drawn at random is held to bounds that a correct server misses once in a million runs;
 * with the seed given here it draws the same in each.
 */
class DnsServerIT {
  private static final double FALSE_ALARM = 1e-6;
  private static final int QUERIES = 20_000;

  @TempDir private Path folder;
  private DnsServer server;

  @BeforeEach
  void start() throws Exception {
    ClientPlaces clients = ClientFile.parse("clients.csv", "203.0.113.0/24,DE\n").places();
    server =
        DnsServer.start(
            List.of(WireZone.zone()),
            ServerOptions.onLoopback().withClients(clients).withSeed(20_261_124));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Dig dig() {
    assumeFalse(Dig.isMissing(), "dig is not on the PATH");
    return new Dig(server.address());
  }

  // ---- shares ----

  private static Map<String, Integer> counted(Collection<String> answers) {
    Map<String, Integer> counts = new HashMap<>();
    answers.forEach(answer -> counts.merge(answer, 1, Integer::sum));
    return counts;
  }

  /** Pearson's test: the counts fit the shares. */
  private static void assertShares(Map<String, Integer> counts, Map<String, Double> shares) {
    assertThat(counts.keySet()).isSubsetOf(shares.keySet());
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    double distance = 0;
    for (Map.Entry<String, Double> share : shares.entrySet()) {
      double expected = share.getValue() * all;
      double off = counts.getOrDefault(share.getKey(), 0) - expected;
      distance += off * off / expected;
    }
    double bound =
        ChiSquaredDistribution.of(shares.size() - 1).inverseSurvivalProbability(FALSE_ALARM);
    assertThat(distance).as(counts.toString()).isLessThan(bound);
  }

  @Test
  void nettySeesTheWeights() throws Exception {
    try (NettyClient netty = new NettyClient(server.address())) {
      List<String> answers =
          netty.addresses("api.example.com.", QUERIES).stream()
              .map(list -> String.join(" ", list))
              .toList();
      assertThat(answers).hasSize(QUERIES);
      assertShares(counted(answers), Map.of("192.0.2.21", 0.75, "192.0.2.22", 0.25));
    }
  }

  @Test
  void digSeesTheWeights() throws Exception {
    Dig dig = dig();
    Path batch = folder.resolve("batch");
    Files.write(batch, java.util.Collections.nCopies(QUERIES, "api.example.com A"));
    List<String> answers = dig.values("-f", batch.toString(), "+nocookie");
    assertThat(answers).hasSize(QUERIES);
    assertShares(counted(answers), Map.of("192.0.2.21", 0.75, "192.0.2.22", 0.25));
  }

  @Test
  void everyValueOfASimpleRecordSetIsFirstEquallyOften() throws Exception {
    try (NettyClient netty = new NettyClient(server.address())) {
      List<List<String>> answers = netty.addresses("many.example.com.", QUERIES);
      assertThat(answers)
          .allSatisfy(values -> assertThat(values).hasSize(5).doesNotHaveDuplicates());
      Map<String, Double> shares =
          IntStream.rangeClosed(1, 5)
              .boxed()
              .collect(Collectors.toMap(i -> "192.0.2." + i, i -> 0.2));
      assertShares(counted(answers.stream().map(values -> values.get(0)).toList()), shares);
    }
  }

  @Test
  void everyMultivalueRecordSetIsAmongTheEightEquallyOften() throws Exception {
    try (NettyClient netty = new NettyClient(server.address())) {
      List<List<String>> answers = netty.addresses("pool.example.com.", QUERIES);
      assertThat(answers)
          .allSatisfy(values -> assertThat(values).hasSize(8).doesNotHaveDuplicates());
      Map<String, Integer> counts = counted(answers.stream().flatMap(List::stream).toList());
      assertThat(counts).hasSize(12);
      // Each is in an answer with probability 8/12; twelve two-sided tests share the false alarms.
      BinomialDistribution binomial = BinomialDistribution.of(QUERIES, 8.0 / 12);
      double tail = FALSE_ALARM / 24;
      assertThat(counts.values())
          .allSatisfy(
              count ->
                  assertThat(count)
                      .isBetween(
                          binomial.inverseCumulativeProbability(tail),
                          binomial.inverseSurvivalProbability(tail)));
    }
  }

  // ---- truncation ----

  @Test
  void digRetriesOverTcpWhatIsTruncated() throws Exception {
    Dig dig = dig();
    String truncated = dig.run("big.example.com", "TXT", "+noedns", "+ignore");
    assertThat(truncated).contains("flags: qr aa tc").contains("ANSWER: 0");
    String retried = dig.run("big.example.com", "TXT", "+noedns");
    assertThat(retried).contains("Truncated, retrying in TCP mode").contains("ANSWER: 10");
    assertThat(dig.run("huge.example.com", "TXT", "+bufsize=65535"))
        .contains("Truncated, retrying in TCP mode")
        .contains("ANSWER: 40");
    assertThat(dig.run("big.example.com", "TXT", "+bufsize=4096"))
        .doesNotContain("Truncated")
        .contains("ANSWER: 10");
  }

  @Test
  void nettyRetriesOverTcpWhatIsTruncated() throws Exception {
    try (NettyClient netty = new NettyClient(server.address())) {
      assertThat(netty.ask("huge.example.com.", DnsRecordType.TXT, 1).get(0)).hasSize(40);
    }
  }

  // ---- what dig shows ----

  @Test
  void digSeesThePlaceOfItsSubnet() throws Exception {
    Dig dig = dig();
    assertThat(dig.values("geo.example.com", "+subnet=203.0.113.0/24"))
        .containsExactly("192.0.2.32");
    assertThat(dig.values("geo.example.com")).containsExactly("192.0.2.33");
    assertThat(dig.run("geo.example.com", "+subnet=203.0.113.7/32"))
        .contains("CLIENT-SUBNET: 203.0.113.7/32/24");
  }

  @Test
  void digFindsNothingMalformed() throws Exception {
    Dig dig = dig();
    for (String question :
        List.of(
            "www A",
            "www AAAA",
            "many A",
            "mail MX",
            "_sip._tcp SRV",
            "alias-of A",
            "sub NS",
            "x.sub A",
            "text TXT",
            "big TXT",
            "pool A",
            "svc HTTPS",
            "_443._tcp.www TLSA",
            "www CAA",
            "nope A",
            "www ANY",
            "lb A",
            "@ SOA",
            "@ NS",
            "www TYPE65280")) {
      String[] words = question.split(" ", -1);
      String name = words[0].equals("@") ? "example.com" : words[0] + ".example.com";
      for (String transport : List.of("+notcp", "+tcp")) {
        String printed = dig.run(name, words[1], transport, "+subnet=203.0.113.0/24");
        assertThat(printed)
            .as(question)
            .contains("Got answer")
            .doesNotContainIgnoringCase("malformed")
            .doesNotContain("FORMERR")
            .doesNotContain("SERVFAIL")
            .doesNotContain("extra bytes")
            .doesNotContain("mismatch");
      }
    }
  }

  @Test
  void digIsRefusedPolitely() throws Exception {
    Dig dig = dig();
    assertThat(dig.run("example.com", "AXFR")).contains("Transfer failed");
    assertThat(dig.run("version.bind", "TXT", "CH")).contains("status: REFUSED");
    assertThat(dig.run("www.example.org", "A"))
        .contains("status: REFUSED")
        .contains("EDE: 20 (Not Authoritative)");
    assertThat(dig.run("www.example.com", "+edns=1", "+noednsneg")).contains("status: BADVERS");
    assertThat(dig.run("www.example.com", "+opcode=notify")).contains("status: NOTIMP");
    assertThat(dig.run("lb.example.com", "A")).contains("EDE: 0 (Other)").contains("stands in");
  }

  // ---- a rehearsal ----

  @Test
  void digSeesAFailover() throws Exception {
    Dig dig = dig();
    OutageNames names =
        new OutageNames() {
          @Override
          public Optional<Outages> in(HostedZone zone, String name) {
            return zone.healthChecks().containsKey(name)
                ? Optional.of(Outages.ofChecks(name))
                : Optional.empty();
          }

          @Override
          public List<String> known() {
            return List.of("check-one", "check-two");
          }
        };
    Rehearsal rehearsal = new Rehearsal(server, List.of(WireZone.zone()), names);
    try (HealthPanel panel = HealthPanel.start(rehearsal, 0)) {
      post(panel, "/down/check-one");
      for (int i = 0; i < 10; i++) {
        assertThat(dig.values("api.example.com")).containsExactly("192.0.2.22");
      }
      post(panel, "/up/check-one");
      post(panel, "/down/check-two");
      for (int i = 0; i < 10; i++) {
        assertThat(dig.values("api.example.com")).containsExactly("192.0.2.21");
      }
    }
  }

  private static void post(HealthPanel panel, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + panel.address().getPort() + path))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    assertThat(
            HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(200);
  }
}
