package io.github.fleetdns.report;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.fleetdns.text.Hidden;
import io.github.fleetdns.text.Html;
import io.github.fleetdns.text.TerminalText;
import io.github.fleetdns.traffic.Capacity;
import io.github.fleetdns.traffic.Loss;
import io.github.fleetdns.traffic.Outlook;
import io.github.fleetdns.traffic.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The report: one HTML file that needs nothing outside of it, shows who serves whom on a map and
 * lets the reader fail endpoints.
 *
 * <p>Everything in it was computed by {@code answer} and {@code traffic}; its script looks results
 * up and adds them. The same input makes the same bytes.
 */
public final class ReportPage {
  /** With everything else, such as the map, the page then stays below 1.5 MB. */
  private static final int MAX_DATA_CHARS = 1_200_000;

  /** As many losses are read at once; the rest is a click away. */
  private static final int FEW_LOSSES = 6;

  private static final ObjectWriter WRITER = ShownText.mapper(TerminalText::of).writer();

  private final WorldMap map = WorldMap.read();
  private final List<ReportSide> sides;
  private final ReportData data;
  private final Hidden hidden;

  private final Optional<String> way;

  private ReportPage(List<ReportSide> sides, Optional<String> way, Hidden hidden, Runnable each) {
    this.hidden = hidden;
    this.sides = sides;
    this.way = way;
    this.data = ReportData.of(map, sides, each);
  }

  /**
   * The page.
   *
   * @param sides what it is about: one, or what was before and what is after a change; with a name
   *     at least
   * @param hidden what is not in it
   * @param each called after each combination of losses that is worked out, from any thread
   */
  public static String of(List<ReportSide> sides, Hidden hidden, Runnable each) {
    return of(sides, Optional.empty(), hidden, each);
  }

  /**
   * The same for a change, of which it is said first whether Terraform gets there.
   *
   * @param way the verdict in a line, {@link WayText#line}
   */
  public static String of(
      List<ReportSide> sides, Optional<String> way, Hidden hidden, Runnable each) {
    return new ReportPage(List.copyOf(sides), way, hidden, each).render();
  }

  /** How many combinations of losses are worked out for a page. */
  public static long steps(List<ReportSide> sides) {
    return ReportData.of(WorldMap.read(), sides, () -> {}).steps();
  }

  private String render() {
    String json = json(Integer.MAX_VALUE);
    while (json.length() > MAX_DATA_CHARS && data.most() > 1) {
      json = json(data.most() - 1);
    }
    String style = resource("report.css");
    String script = resource("report.js");
    ReportSide now = sides.get(sides.size() - 1);
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("title", title(now));
    page.put("subtitle", subtitle(now));
    page.put("way", way.stream().toList());
    page.put("style", style);
    page.put("styleHash", hash(style));
    page.put("script", script);
    page.put("scriptHash", hash(script));
    page.put("data", json);
    page.put("map", map());
    page.put("names", names());
    page.put("severalNames", data.titles().size() > 1);
    page.put("comparison", sides.size() > 1);
    page.put("before", sides.get(0).source());
    page.put("after", now.source());
    page.put("services", services(now));
    page.put("residency", now.residency());
    page.put("notes", notes(now));
    return Html.page(resource("report.html"), page, hidden);
  }

  private String json(int atMost) {
    try {
      String json =
          WRITER.withAttribute(ShownText.HIDDEN, hidden).writeValueAsString(data.json(atMost));
      // Within a script element only this could end the text.
      return json.replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String title(ReportSide side) {
    return "Who serves whom: "
        + String.join(", ", side.names().stream().map(ReportSide.Name::zone).distinct().toList());
  }

  private String subtitle(ReportSide side) {
    Outlook first = side.names().get(0).outlook();
    String demand =
        first
            .capacity()
            .given()
            .map(d -> "; " + Amounts.number(d) + " requests per second of each name")
            .orElse(
                first.capacity().isKnown()
                    ? "; no demand was given, so it is taken to be as much as all capacity: "
                        + Amounts.number(first.capacity().demand())
                    : "");
    return side.source()
        + (sides.size() > 1 ? ", compared with " + sides.get(0).source() : "")
        + "; clients: "
        + first.traffic().population().title()
        + demand;
  }

  private Map<String, Object> map() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("width", map.width());
    json.put("height", map.height());
    json.put("sphere", map.sphere());
    json.put("land", map.land());
    List<Object> places = new ArrayList<>();
    data.places()
        .outlines()
        .forEach((code, outline) -> places.add(Map.of("code", code, "outline", outline)));
    json.put("places", places);
    List<Object> dots = new ArrayList<>();
    data.places()
        .dots()
        .forEach(
            (code, at) ->
                dots.add(Map.of("code", code, "x", Math.round(at.x()), "y", Math.round(at.y()))));
    json.put("dots", dots);
    return json;
  }

  private List<Object> names() {
    List<Object> names = new ArrayList<>();
    for (int i = 0; i < data.titles().size(); i++) {
      names.add(Map.of("index", i, "name", data.titles().get(i)));
    }
    return names;
  }

  private List<Object> services(ReportSide side) {
    List<Object> services = new ArrayList<>();
    for (ReportSide.Name name : side.names()) {
      Outlook outlook = name.outlook();
      Capacity capacity = outlook.capacity();
      List<Object> rows = new ArrayList<>();
      Optional<Scenario> worst = outlook.worst();
      MergedLosses merged = MergedLosses.of(outlook);
      Map<Loss, Integer> numbers = new HashMap<>();
      outlook.losses().forEach(scenario -> numbers.put(scenario.loss(), numbers.size()));
      for (MergedLosses.Row row : merged.rows()) {
        rows.add(
            Map.of(
                "index",
                requireNonNull(numbers.get(row.first().loss())),
                "also",
                String.join(
                    " ",
                    row.scenarios().stream()
                        .map(s -> String.valueOf(numbers.get(s.loss())))
                        .toList()),
                "title",
                row.title(),
                "worst",
                worst.filter(row.scenarios()::contains).isPresent(),
                "rest",
                rows.size() >= FEW_LOSSES,
                "cells",
                LossRow.of(outlook, row.first()).cells()));
      }
      List<String> columns = new ArrayList<>(List.of("Lost"));
      columns.addAll(LossRow.columns(capacity));
      Map<String, Object> service = new LinkedHashMap<>();
      service.put("index", data.titles().indexOf(name.title()));
      service.put("name", name.title());
      service.put("summary", TrafficSummary.of(outlook));
      service.put("columns", columns);
      service.put("rows", rows);
      service.put("more", Math.max(0, rows.size() - FEW_LOSSES));
      service.put("without", merged.sentence());
      service.put("tree", name.tree());
      services.add(service);
    }
    return services;
  }

  private List<String> notes(ReportSide side) {
    List<String> notes = new ArrayList<>();
    int most = data.most();
    boolean all =
        side.names().stream().allMatch(name -> name.outlook().traffic().servers().size() <= most);
    notes.add(
        all
            ? "Every combination of lost endpoints was worked out beforehand."
            : "There are too many combinations of lost endpoints for one page: it covers "
                + (most == 1 ? "every single loss" : "every loss of up to " + most + " at once")
                + ", and every region. fleetdns traffic --losses 2 goes through all pairs.");
    notes.add(
        "Lost: an endpoint serves nobody, and its health checks say so; whoever is sent to it all the"
            + " same fails. Failover time: until health checks notice and resolvers forget.");
    notes.add(
        "People: World Bank and GeoNames (CC BY 4.0), US Census Bureau; see docs/geography.md."
            + " Latencies are estimates.");
    notes.add("Map: " + map.source() + ".");
    return notes;
  }

  private static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream("/report/" + name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: report/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For the page's content security policy: only what is in the page may run. */
  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
