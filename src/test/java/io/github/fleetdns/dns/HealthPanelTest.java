package io.github.fleetdns.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.text.Hidden;
import io.github.fleetdns.zone.HostedZone;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthPanelTest {
  private static final OutageNames NAMES =
      new OutageNames() {
        @Override
        public Optional<Outages> in(HostedZone zone, String name) {
          if (name.equals("unchecked")) {
            return Optional.of(Outages.NONE);
          }
          return known().contains(name)
              ? Optional.of(Outages.ofChecks("check-" + name))
              : Optional.empty();
        }

        @Override
        public List<String> known() {
          return List.of("one", "two", "region:x");
        }
      };

  private final HttpClient http = HttpClient.newHttpClient();
  private DnsServer server;
  private Rehearsal rehearsal;
  private HealthPanel panel;

  @BeforeEach
  void start() throws Exception {
    server = DnsServer.start(List.of(WireZone.zone()), ServerOptions.onLoopback());
    rehearsal = new Rehearsal(server, List.of(WireZone.zone()), NAMES);
    panel = HealthPanel.start(rehearsal, 0);
  }

  @AfterEach
  void stop() {
    panel.close();
    server.close();
  }

  private HttpResponse<String> send(String method, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + panel.address().getPort() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void thingsGoDownAndUpByName() throws Exception {
    assertThat(send("POST", "/down/one").statusCode()).isEqualTo(200);
    assertThat(send("POST", "/down/region:x").body()).startsWith("down: one, region:x\n");
    assertThat(rehearsal.down()).containsExactly("one", "region:x");
    assertThat(send("POST", "/up/one").statusCode()).isEqualTo(200);
    assertThat(rehearsal.down()).containsExactly("region:x");
    assertThat(send("POST", "/up").body()).startsWith("down: nothing\n");
    assertThat(rehearsal.down()).isEmpty();
  }

  @Test
  void anUnknownNameIsToldTheKnownOnes() throws Exception {
    HttpResponse<String> answer = send("POST", "/down/three");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("\"three\"; known: one, two, region:x");
    assertThat(rehearsal.down()).isEmpty();
  }

  @Test
  void theStateIsTextOrJson() throws Exception {
    send("POST", "/down/two");
    assertThat(send("GET", "/").body()).startsWith("down: two\nknown: one, two, region:x\n");
    JsonNode json =
        new ObjectMapper().readTree(send("GET", "/", "Accept", "application/json").body());
    assertThat(json.at("/zones/0").asText()).isEqualTo("example.com");
    assertThat(json.at("/down/0").asText()).isEqualTo("two");
    assertThat(json.at("/known")).hasSize(3);
    assertThat(json.at("/counts")).isEmpty();
  }

  @Test
  void whatRoute53DoesNotNoticeIsSaid() throws Exception {
    send("POST", "/down/one");
    assertThat(send("POST", "/down/unchecked").body())
        .startsWith(
            "down: one, unchecked\nunnoticed by Route 53, for want of a health check: unchecked\n");
    assertThat(rehearsal.unnoticed()).containsExactly("unchecked");
  }

  @Test
  void nothingChangesByGet() throws Exception {
    assertThat(send("GET", "/down/one").statusCode()).isEqualTo(405);
    assertThat(send("POST", "/elsewhere").statusCode()).isEqualTo(404);
    assertThat(rehearsal.down()).isEmpty();
  }

  @Test
  void pagesOfOtherSitesAreRefused() throws Exception {
    assertThat(send("POST", "/down/one", "Origin", "https://example.org").statusCode())
        .isEqualTo(403);
    assertThat(send("POST", "/down/one", "Origin", "null").statusCode()).isEqualTo(403);
    assertThat(send("POST", "/down/one", "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(rehearsal.down()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.org", "example.org:80", "127.0.0.1.example.org", "localhost.x"})
  void anotherNameForThisMachineIsRefused(String host) throws Exception {
    assertThat(raw("POST /down/one HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 0\r\n"))
        .startsWith("HTTP/1.1 403");
    assertThat(rehearsal.down()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1:80", "[::1]:80", "LOCALHOST:1"})
  void thisMachinesNamesAreItsOwn(String host) throws Exception {
    assertThat(raw("POST /down/one HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 0\r\n"))
        .startsWith("HTTP/1.1 200");
    assertThat(rehearsal.down()).containsExactly("one");
  }

  private String raw(String request) throws Exception {
    try (Socket socket = new Socket(panel.address().getAddress(), panel.address().getPort())) {
      socket
          .getOutputStream()
          .write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .lines()
          .collect(Collectors.joining("\n"));
    }
  }

  /** More of them than the panel reads at a time; the JDK's server would wait for each for ever. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /up HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n",
        "GET / HT"
      })
  void requestsThatAreSentInHalfKeepNobodyWaiting(String half) throws Exception {
    List<Socket> held = new ArrayList<>();
    try (HealthPanel impatient =
        HealthPanel.start(rehearsal, 0, Hidden.NONE, Duration.ofMillis(300))) {
      InetSocketAddress address = impatient.address();
      for (int i = 0; i < 40; i++) {
        Socket socket = new Socket(address.getAddress(), address.getPort());
        socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
        held.add(socket);
      }
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + address.getPort() + "/"))
              .timeout(Duration.ofSeconds(20))
              .build();
      assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
          .startsWith("down: nothing\n");
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
  }

  @Test
  void headTellsWhatGetWould() throws Exception {
    HttpResponse<String> head = send("HEAD", "/");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("Content-Length"))
        .hasValue(send("GET", "/").body().getBytes(StandardCharsets.UTF_8).length);
    assertThat(send("HEAD", "/down/one").statusCode()).isEqualTo(405);
    assertThat(send("HEAD", "/elsewhere").statusCode()).isEqualTo(404);
    assertThat(rehearsal.down()).isEmpty();
  }

  @Test
  void itListensOnThisMachineOnly() {
    assertThat(panel.address().getAddress().isLoopbackAddress()).isTrue();
  }

  @Test
  void aBrowserGetsAPageAndEverybodyElseText() throws Exception {
    HttpResponse<String> page =
        send("GET", "/", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'");
    assertThat(page.body()).contains("<script src=\"/panel.js\" defer>").doesNotContain("http:");
    assertThat(send("GET", "/", "Accept", "*/*").body()).startsWith("down: nothing\n");
    assertThat(send("GET", "/panel.js").body()).startsWith("'use strict';");
    assertThat(send("GET", "/panel.css").headers().firstValue("Content-Type"))
        .hasValue("text/css; charset=utf-8");
  }

  @Test
  void thePanelsOwnPageMayUseItAndNoOtherOfThisMachine() throws Exception {
    int port = panel.address().getPort();
    assertThat(
            send(
                    "POST",
                    "/down/one",
                    "Origin",
                    "http://localhost:" + port,
                    "Sec-Fetch-Site",
                    "same-origin")
                .statusCode())
        .isEqualTo(200);
    for (String origin :
        List.of(
            "http://localhost:" + (port + 1),
            "http://localhost",
            "https://localhost:" + port,
            "http://127.0.0.1:" + port,
            "http://localhost:" + port + ".example.org")) {
      assertThat(send("POST", "/down/two", "Origin", origin).statusCode())
          .as(origin)
          .isEqualTo(403);
    }
    assertThat(send("GET", "/", "Accept", "text/html", "Sec-Fetch-Site", "same-site").statusCode())
        .isEqualTo(403);
    assertThat(rehearsal.down()).containsExactly("one");
  }
}
