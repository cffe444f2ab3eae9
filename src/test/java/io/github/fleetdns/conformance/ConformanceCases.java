package io.github.fleetdns.conformance;

import io.github.fleetdns.zone.HostedZone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The table of answers, from its files; a new file or row needs no code. */
final class ConformanceCases {
  private static final Path FOLDER = Path.of("src/test/resources/answers");

  private ConformanceCases() {}

  /** Every file of the table, by name. */
  static List<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every case, in the files' order. */
  static List<ConformanceCase> all() {
    return files().stream().flatMap(file -> of(file).stream()).toList();
  }

  /**
   * The cases of a file.
   *
   * @throws IllegalArgumentException if it has none, or one that is not understood
   */
  static List<ConformanceCase> of(Path file) {
    String name = file.getFileName().toString().replace(".yaml", "");
    List<ConformanceCase> cases = new ArrayList<>();
    Load yaml = new Load(LoadSettings.builder().setLabel(name).build());
    try {
      for (Object document : yaml.loadAllFromString(Files.readString(file))) {
        if (document instanceof Map<?, ?> table) {
          cases.addAll(ofTable(name, table));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (cases.isEmpty()) {
      throw new IllegalArgumentException(name + " has no cases");
    }
    return cases;
  }

  private static List<ConformanceCase> ofTable(String file, Map<?, ?> table) {
    Map<Object, Object> common = new LinkedHashMap<>(table);
    Object zoneText = common.remove("zone");
    Object rows = common.remove("cases");
    if (zoneText == null || !(rows instanceof List<?> list) || list.isEmpty()) {
      throw new IllegalArgumentException(file + " has a table without a zone or without cases");
    }
    HostedZone zone = ZoneText.read(zoneText.toString());
    List<ConformanceCase> cases = new ArrayList<>();
    for (Object row : list) {
      Map<Object, Object> fields = new LinkedHashMap<>(common);
      fields.putAll((Map<?, ?>) row);
      cases.add(ConformanceCase.of(file, zone, fields));
    }
    return cases;
  }
}
