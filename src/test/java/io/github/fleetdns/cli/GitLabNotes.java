package io.github.fleetdns.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The notes of one merge request, as GitLab's API has them, on this machine. */
final class GitLabNotes implements AutoCloseable {
  private static final String PATH = "/api/v4/projects/5/merge_requests/17/notes";

  private final HttpServer server;
  private final Map<Integer, String> notes = new TreeMap<>();
  private final List<String> requests = new ArrayList<>();

  GitLabNotes() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    notes.put(1, "What does this move? <!-- fleetdns -->");
  }

  /** Where the API is. */
  String api() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v4";
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    ObjectMapper json = new ObjectMapper();
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    boolean allowed = "secret".equals(exchange.getRequestHeaders().getFirst("PRIVATE-TOKEN"));
    int status = allowed ? 200 : 401;
    String reply = "{}";
    if (allowed && method.equals("GET") && path.equals(PATH)) {
      reply =
          json.writeValueAsString(
              notes.entrySet().stream()
                  .map(note -> Map.of("id", note.getKey(), "body", note.getValue()))
                  .toList());
    } else if (allowed && method.equals("POST") && path.equals(PATH)) {
      notes.put(notes.size() + 1, json.readTree(exchange.getRequestBody()).get("body").asText());
      status = 201;
    } else if (allowed && method.equals("PUT") && path.startsWith(PATH + "/")) {
      int id = Integer.parseInt(path.substring(PATH.length() + 1));
      notes.put(id, json.readTree(exchange.getRequestBody()).get("body").asText());
    } else if (allowed) {
      status = 404;
    }
    requests.add(method + " " + status);
    byte[] bytes = reply.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** The notes, the oldest first. */
  synchronized List<String> notes() {
    return List.copyOf(notes.values());
  }

  /** The method and the status of each request. */
  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
