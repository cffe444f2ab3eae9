package io.github.fleetdns.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import io.github.fleetdns.zone.RecordType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schema that editors read and the program validates with. */
class SchemaTest {
  private static final Path FILE = Path.of("fleet.schema.json");
  private static final URI META_SCHEMA = URI.create("https://json-schema.org/draft/2020-12/schema");

  private final JsonNode schema = read();

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(Files.readString(FILE));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void schemaIsAValidOne() throws IOException {
    Validator.Result result =
        new ValidatorFactory().createValidator().validate(META_SCHEMA, Files.readString(FILE));
    assertThat(result.getErrors())
        .extracting(e -> e.getInstanceLocation() + e.getError())
        .isEmpty();
    assertThat(schema.get("$schema").asText()).isEqualTo(META_SCHEMA.toString());
  }

  @Test
  void metaSchemaRefusesWhatIsNoSchema() {
    Validator validator = new ValidatorFactory().createValidator();
    assertThat(validator.validate(META_SCHEMA, "{\"type\": \"txt\"}").isValid()).isFalse();
  }

  @Test
  void everyPropertyHasADescriptionToHoverOver() {
    List<String> without = new ArrayList<>();
    collect(schema, "", without);
    assertThat(without).isEmpty();
  }

  private void collect(JsonNode node, String path, List<String> without) {
    node.path("properties")
        .properties()
        .forEach(
            property -> {
              if (!described(property.getValue())) {
                without.add(path + "/" + property.getKey());
              }
            });
    node.properties().forEach(e -> collect(e.getValue(), path + "/" + e.getKey(), without));
  }

  private boolean described(JsonNode property) {
    String reference = property.path("$ref").asText("");
    return property.path("description").asText("").length() > 5
        || (reference.startsWith("#") && described(schema.at(reference.substring(1))));
  }

  @Test
  void everyMapRefusesUnknownKeys() {
    List<String> open = new ArrayList<>();
    schema.findParents("properties").stream()
        .filter(map -> map.path("type").toString().contains("object"))
        .filter(map -> !map.path("additionalProperties").toString().equals("false"))
        .forEach(map -> open.add(map.toString()));
    assertThat(open).isEmpty();
  }

  @Test
  void everyMessageNamesItsRule() {
    assertThat(schema.findParents("errorMessage"))
        .isNotEmpty()
        .allSatisfy(node -> assertThat(node.path("x-rule").asText()).matches("[a-z0-9-]+"));
  }

  @Test
  void recordTypesAreThoseOfRoute53() {
    List<String> types = new ArrayList<>();
    schema
        .at("/$defs/recordTypes/properties")
        .properties()
        .forEach(type -> types.add(type.getKey()));
    assertThat(types)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(RecordType.values()).map(Enum::name).toList());
  }

  @Test
  void everyExampleOfARecordIsAValueThatFits() {
    schema
        .at("/$defs/recordTypes/properties")
        .properties()
        .forEach(
            type -> {
              String value = type.getValue().at("/examples/0").asText();
              String name = type.getKey().matches("SOA") ? "\"@\"" : "www";
              FleetFile file =
                  FleetFile.parse(
                      "fleet.yaml",
                      "{fleet: a, zone: {name: example.com}, records: {%s: {%s: '%s'}}}"
                          .formatted(name, type.getKey(), value));
              assertThat(file.problems()).as(type.getKey()).noneMatch(p -> p.isError());
            });
  }
}
