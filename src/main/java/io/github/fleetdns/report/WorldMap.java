package io.github.fleetdns.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fleetdns.geo.Point;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The map of the report: outlines of countries and US states, in the Equal Earth projection.
 *
 * <p>Outlines and projection come ready from {@code src/main/resources/report/world.json}, which
 * names their source and licence; docs/geography.md says how it is made.
 */
final class WorldMap {
  private final JsonNode root;
  private final Map<String, String> outlines = new LinkedHashMap<>();
  private final Set<String> small = new HashSet<>();
  private final List<Parallel> parallels = new ArrayList<>();

  private WorldMap(JsonNode root) {
    this.root = root;
    root.get("places").properties().forEach(p -> outlines.put(p.getKey(), p.getValue().asText()));
    root.get("small").forEach(code -> small.add(code.asText()));
    root.get("parallels")
        .forEach(p -> parallels.add(new Parallel(p.get(0).asDouble(), p.get(1).asDouble())));
  }

  /** Where a parallel is drawn, and how long a degree of longitude is on it. */
  private record Parallel(double y, double degree) {}

  /**
   * A place on the drawing.
   *
   * @param x units from the left edge
   * @param y units from the upper edge
   */
  record Position(double x, double y) {}

  /** Reads the map. */
  static WorldMap read() {
    try (InputStream in = WorldMap.class.getResourceAsStream("/report/world.json")) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: report/world.json");
      }
      return new WorldMap(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whose map it is, under which licence. */
  String source() {
    return root.get("source").asText();
  }

  /** How wide the drawing is, in units. */
  int width() {
    return root.get("width").asInt();
  }

  /** How high the drawing is, in units. */
  int height() {
    return root.get("height").asInt();
  }

  /** The outline of the earth, as an SVG path. */
  String sphere() {
    return root.get("sphere").asText();
  }

  /** Land that belongs to no country, as an SVG path. */
  String land() {
    return root.get("land").asText();
  }

  /**
   * Outlines as SVG paths, by code: of countries such as DE, and of states such as US-CA. The
   * smallest have none.
   */
  Map<String, String> outlines() {
    return Collections.unmodifiableMap(outlines);
  }

  /** The outline of a country or state, unless it is too small to be drawn. */
  Optional<String> outline(String code) {
    return Optional.ofNullable(outlines.get(code));
  }

  /** Whether a country or state is hard to see or to hit, so that it needs a dot. */
  boolean isSmall(String code) {
    return small.contains(code) || !outlines.containsKey(code);
  }

  /** Where a point of the earth is on the drawing. */
  Position at(Point point) {
    // Parallels are straight and evenly divided in this projection; between two degrees of latitude
    // a straight line is less than a tenth of a unit off.
    int south = (int) Math.min(179, Math.floor(point.latitude() + 90));
    double part = point.latitude() + 90 - south;
    Parallel a = parallels.get(south);
    Parallel b = parallels.get(south + 1);
    return new Position(
        width() / 2.0 + point.longitude() * (a.degree + part * (b.degree - a.degree)),
        a.y + part * (b.y - a.y));
  }
}
