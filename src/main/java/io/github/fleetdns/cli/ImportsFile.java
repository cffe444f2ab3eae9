package io.github.fleetdns.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fleetdns.terraform.Imports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The file beside a fleet file that has the ids of what exists: {@code fleet.imports.json} for
 * {@code fleet.yaml}.
 */
final class ImportsFile {
  private static final String ZONE = "zone";
  private static final String COMMENT = "comment";
  private static final String CHECKS = "health-checks";
  private static final String COLLECTIONS = "cidr-collections";

  private ImportsFile() {}

  /** Where the ids of a fleet file are. */
  static Path of(Path fleet) {
    String name = String.valueOf(fleet.getFileName()).replaceFirst("\\.(ya?ml|json)$", "");
    return fleet.resolveSibling(name + ".imports.json");
  }

  static void write(Path file, Imports imports) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(ZONE, imports.zone());
    imports.comment().ifPresent(comment -> json.put(COMMENT, comment));
    json.put(CHECKS, imports.checks());
    json.put(COLLECTIONS, imports.collections());
    String text =
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    WrittenFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads the ids.
   *
   * @throws IOException if the file is not there, or is no such file; the message says it to users
   */
  static Imports read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          file + " is not there, which has the ids of what exists; `fleetdns import` writes it");
    }
    JsonNode json;
    try {
      json = new ObjectMapper().readTree(Files.readString(file));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IOException(file + " is no JSON; let `fleetdns import` write it again", e);
    }
    if (!json.path(ZONE).isTextual()) {
      throw new IOException(file + " does not say the id of the zone; add {\"zone\": \"Z…\"}");
    }
    return new Imports(
        json.path(ZONE).asText(),
        Optional.of(json.path(COMMENT)).filter(JsonNode::isTextual).map(JsonNode::asText),
        texts(json.path(CHECKS)),
        texts(json.path(COLLECTIONS)));
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }
}
