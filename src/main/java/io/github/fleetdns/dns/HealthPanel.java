package io.github.fleetdns.dns;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.fleetdns.text.Hidden;
import io.github.fleetdns.text.TerminalText;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes things down and up over HTTP while a server runs, from this machine only: {@code POST
 * /down/NAME}, {@code POST /up/NAME}, {@code POST /up}; {@code GET /} tells the state, as text, for
 * {@code Accept: application/json} as JSON, and for browsers as a page with buttons.
 *
 * <p>Other web pages cannot use it, whatever a browser lets them send: what has another {@code
 * Origin} than this panel's own, comes from another site or calls this machine by another name (DNS
 * rebinding) is refused. A request that does not come to its end in five seconds is let go.
 */
public final class HealthPanel implements AutoCloseable {
  private static final Pattern HOST =
      Pattern.compile(
          "(?:localhost|127\\.0\\.0\\.1|\\[::1\\])(?::\\d+)?", Pattern.CASE_INSENSITIVE);
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Requests that are being read or answered; others wait. */
  private static final int MAX_AT_A_TIME = 32;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpServer http;
  private final PatientExecutor executor;
  private final Rehearsal rehearsal;
  private final Hidden hidden;

  private HealthPanel(
      HttpServer http, PatientExecutor executor, Rehearsal rehearsal, Hidden hidden) {
    this.hidden = hidden;
    this.http = http;
    this.executor = executor;
    this.rehearsal = rehearsal;
  }

  /**
   * Starts a panel.
   *
   * @param port the TCP port of the loopback address; 0 takes a free one
   * @throws IOException if another program has the port
   */
  public static HealthPanel start(Rehearsal rehearsal, int port) throws IOException {
    return start(rehearsal, port, Hidden.NONE, PATIENCE);
  }

  /** Starts a panel that does not tell what is hidden. */
  public static HealthPanel start(Rehearsal rehearsal, int port, Hidden hidden) throws IOException {
    return start(rehearsal, port, hidden, PATIENCE);
  }

  /** Starts a panel that waits so long for a request to come and its answer to go. */
  static HealthPanel start(Rehearsal rehearsal, int port, Hidden hidden, Duration patience)
      throws IOException {
    InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    HttpServer http = HttpServer.create(new InetSocketAddress(loopback, port), 16);
    PatientExecutor executor = new PatientExecutor("dns-panel", MAX_AT_A_TIME, patience);
    HealthPanel panel = new HealthPanel(http, executor, rehearsal, hidden);
    http.setExecutor(executor);
    http.createContext("/", panel::handle);
    http.start();
    return panel;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return http.getAddress();
  }

  private record Reply(int status, String message) {}

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean foreign = isForeign(exchange);
      Optional<PanelPage.File> file = foreign ? Optional.empty() : file(exchange);
      Reply reply = foreign ? foreign() : file.isPresent() ? new Reply(200, "") : reply(exchange);
      boolean json = accepts(exchange, "application/json");
      byte[] body =
          file.map(PanelPage.File::content)
              .orElse((json ? json(reply) : text(reply)).getBytes(StandardCharsets.UTF_8));
      String type = file.map(PanelPage.File::type).orElse(json ? "application/json" : "text/plain");
      exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
      exchange.getResponseHeaders().set("Content-Security-Policy", PanelPage.POLICY);
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
        exchange.sendResponseHeaders(reply.status(), -1);
        return;
      }
      exchange.sendResponseHeaders(reply.status(), body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  private static boolean accepts(HttpExchange exchange, String type) {
    return String.valueOf(exchange.getRequestHeaders().getFirst("Accept")).contains(type);
  }

  /** A file of the page, for browsers; others get the state as text. */
  private static Optional<PanelPage.File> file(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    boolean reads = method.equals("GET") || method.equals("HEAD");
    return reads && (!path.equals("/") || accepts(exchange, "text/html"))
        ? PanelPage.at(path)
        : Optional.empty();
  }

  /** What neither a program on this machine sends nor the panel's own page. */
  private static boolean isForeign(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    List<String> origins = exchange.getRequestHeaders().getOrDefault("Origin", List.of());
    String site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
    return host == null
        || !HOST.matcher(host).matches()
        || !origins.stream().allMatch(("http://" + host)::equalsIgnoreCase)
        || (site != null && !site.equals("none") && !site.equals("same-origin"));
  }

  private static Reply foreign() {
    return new Reply(403, "this panel is for this machine, not for other web pages");
  }

  private Reply reply(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    if (path.equals("/") && (method.equals("GET") || method.equals("HEAD"))) {
      return new Reply(200, "");
    }
    boolean down = path.startsWith("/down/");
    boolean up = path.startsWith("/up/");
    if (!down && !up && !path.equals("/up")) {
      return new Reply(404, "POST /down/NAME, POST /up/NAME, POST /up, or GET /");
    }
    if (!method.equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      return new Reply(405, "use POST, as in: curl -X POST http://localhost:PORT" + path);
    }
    if (path.equals("/up")) {
      rehearsal.allUp();
      return new Reply(200, "");
    }
    String name = path.substring(path.indexOf('/', 1) + 1);
    boolean known = down ? rehearsal.down(name) : rehearsal.up(name);
    return known
        ? new Reply(200, "")
        : new Reply(
            404,
            "nothing that can be down is called \""
                + name
                + "\"; known: "
                + String.join(", ", rehearsal.known()));
  }

  private String text(Reply reply) {
    if (reply.status() != 200) {
      return TerminalText.of(hidden.in(reply.message())) + "\n";
    }
    List<String> down = rehearsal.down();
    List<String> unnoticed = rehearsal.unnoticed();
    return "down: "
        + (down.isEmpty() ? "nothing" : names(down))
        + (unnoticed.isEmpty()
            ? ""
            : "\nunnoticed by Route 53, for want of a health check: " + names(unnoticed))
        + "\nknown: "
        + names(rehearsal.known())
        + "\n\n"
        + String.join("\n", CountTable.of(rehearsal.counts()).stream().map(hidden::inLine).toList())
        + "\n";
  }

  private String names(List<String> names) {
    return TerminalText.of(hidden.in(String.join(", ", names)));
  }

  private String json(Reply reply) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    if (reply.status() != 200) {
      json.put("error", hidden.in(reply.message()));
    } else {
      json.put("zones", shown(rehearsal.zones()));
      json.put("down", shown(rehearsal.down()));
      json.put("unnoticed", shown(rehearsal.unnoticed()));
      json.put("known", shown(rehearsal.known()));
      json.put("counts", rehearsal.counts().stream().map(this::json).toList());
    }
    return TerminalText.ofLines(JSON.writeValueAsString(json)) + "\n";
  }

  private List<String> shown(List<String> names) {
    return names.stream().map(hidden::in).toList();
  }

  private Map<String, Object> json(QueryCount count) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", hidden.in(count.name()));
    json.put("type", count.type());
    json.put("answer", hidden.in(count.answer()));
    json.put("count", count.count());
    return json;
  }

  /** Stops it. */
  @Override
  public void close() {
    http.stop(0);
    executor.close();
  }
}
