package io.github.fleetdns.config;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The shape of a fleet file: keys, types and ranges, as fleet.schema.json has them.
 *
 * <p>The schema also carries what a person reads: {@code errorMessage} (which editors show too) and
 * {@code x-rule}, the rule's identifier, stand beside the keywords they explain, and {@code
 * x-zone-rule}, the rule of the zone that can then not be broken any more.
 */
final class Shape {
  private static final URI NAME = URI.create("https://fleetdns.github.io/fleet.schema.json");
  private static final JsonNode SCHEMA = new SchemaNode.Factory().create(resource());

  private final YamlNode root;
  private final Set<String> wrongTypes = new HashSet<>();
  private final Map<String, Set<String>> meantKeys = new HashMap<>();

  private Shape(YamlNode root) {
    this.root = root;
  }

  private static String resource() {
    try (InputStream in = Shape.class.getResourceAsStream("/fleet.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("fleet.schema.json is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the schema has said what a rule of the zone says, at the very place. */
  static boolean says(String zoneRule) {
    return ZoneRules.IN_SCHEMA.contains(zoneRule);
  }

  /** Looked for when the first rule of a zone is broken, which most files never see. */
  private static final class ZoneRules {
    static final Set<String> IN_SCHEMA = new HashSet<>();

    static {
      collect(((SchemaNode) SCHEMA).yaml());
    }

    private static void collect(YamlNode node) {
      if (node instanceof YamlNode.Mapping mapping) {
        text(mapping, "x-zone-rule").ifPresent(IN_SCHEMA::add);
        mapping.entries().forEach(entry -> collect(entry.value()));
      } else if (node instanceof YamlNode.Sequence sequence) {
        sequence.items().forEach(ZoneRules::collect);
      }
    }
  }

  /** Everything about the document that does not fit the schema. */
  static List<Problem> check(YamlNode root) {
    // The schema itself is checked by a test, not at each start; without a name it would be given
    // a random one, and the JVM's random numbers take long to start.
    Validator validator =
        new ValidatorFactory()
            .withDisabledSchemaValidation(true)
            .withJsonNodeFactory(new SchemaNode.Factory())
            .createValidator();
    URI schema = validator.registerSchema(NAME, SCHEMA);
    List<Error> errors = validator.validate(schema, new SchemaNode(root, "")).getErrors();
    List<Error> causes = errors.stream().filter(error -> !isDetail(error)).toList();
    Shape shape = new Shape(root);
    causes.forEach(shape::note);
    return causes.stream()
        .filter(error -> !shape.isConsequence(error))
        .flatMap(error -> shape.problems(error).stream())
        .toList();
  }

  /**
   * Errors that only explain another one: of the branches of a choice, and "if" beside "then".
   * Names of endpoints are judged where they are read, at the place of the key.
   */
  private static boolean isDetail(Error error) {
    String path = error.getEvaluationPath();
    return path.contains("/oneOf/")
        || path.contains("/if/")
        || path.endsWith("/if")
        || path.contains("/propertyNames/");
  }

  private static boolean isKeyword(Error error, String keyword) {
    return keyword.equals(error.getKeyword());
  }

  /** Remembers what makes other errors a consequence. */
  private void note(Error error) {
    String pointer = error.getInstanceLocation();
    if (schemaAt(error.getSchemaLocation()).isEmpty()) {
      int slash = pointer.lastIndexOf('/');
      Suggestion.of(decode(pointer.substring(slash + 1)), knownKeys(error.getSchemaLocation()))
          .ifPresent(
              key ->
                  meantKeys
                      .computeIfAbsent(pointer.substring(0, slash), p -> new HashSet<>())
                      .add(key));
    } else if (isKeyword(error, "type")) {
      wrongTypes.add(pointer);
    }
  }

  /** What a value of another type would be, or a key that is there but misspelled, is not said. */
  private boolean isConsequence(Error error) {
    String pointer = error.getInstanceLocation();
    if (wrongTypes.contains(pointer)) {
      return !isKeyword(error, "type");
    }
    Set<String> meant = meantKeys.getOrDefault(pointer, Set.of());
    return isKeyword(error, "oneOf")
        && schemaAt(error.getSchemaLocation())
            .filter(schema -> rivals(find(root, pointer), schema).isEmpty())
            .filter(schema -> choices(schema).stream().anyMatch(meant::contains))
            .isPresent();
  }

  private List<Problem> problems(Error error) {
    String pointer = error.getInstanceLocation();
    YamlNode at = find(root, pointer);
    Optional<YamlNode.Mapping> schema = schemaAt(error.getSchemaLocation());
    if (schema.isEmpty()) {
      return List.of(unknownKey(pointer, error.getSchemaLocation()));
    }
    String keyword = String.valueOf(error.getKeyword());
    if (keyword.equals("required")) {
      return missingKeys(at, schema.get(), meantKeys.getOrDefault(pointer, Set.of()));
    }
    if (keyword.equals("type")) {
      return List.of(wrongType(at, schema.get()));
    }
    String message =
        text(schema.get(), "errorMessage").orElseGet(() -> explain(at, schema.get(), keyword));
    if (keyword.equals("oneOf")) {
      List<String> rivals = rivals(at, schema.get());
      message =
          (rivals.isEmpty() ? "" : "this has " + String.join(" and ", rivals) + "; ") + message;
    }
    String rule = text(schema.get(), "x-rule").orElse("invalid-value");
    return List.of(Problem.error(at.location(), rule, message + found(at)));
  }

  private static String found(YamlNode at) {
    return at instanceof YamlNode.Scalar scalar && !scalar.text().isEmpty()
        ? "; found " + shorten(scalar.text())
        : "";
  }

  /** The keys of a choice that are there; several, or none. */
  private static List<String> rivals(YamlNode at, YamlNode.Mapping schema) {
    YamlNode.Mapping mapping = (YamlNode.Mapping) at;
    return choices(schema).stream().filter(key -> mapping.get(key).isPresent()).toList();
  }

  /** The keys of which a schema wants exactly one. */
  private static List<String> choices(YamlNode.Mapping schema) {
    return ((YamlNode.Sequence) schema.get("oneOf").orElseThrow())
        .items().stream().flatMap(branch -> required((YamlNode.Mapping) branch).stream()).toList();
  }

  /** What is wrong where the schema has no message of its own. */
  private static String explain(YamlNode at, YamlNode.Mapping schema, String keyword) {
    if (keyword.equals("maxLength") && at instanceof YamlNode.Scalar scalar) {
      int length = scalar.text().codePointCount(0, scalar.text().length());
      return "the text has " + length + " characters, the limit is " + value(schema, keyword);
    }
    return "this does not fit \"" + keyword + "\" of fleet.schema.json";
  }

  private Problem unknownKey(String pointer, String schemaLocation) {
    int slash = pointer.lastIndexOf('/');
    String key = decode(pointer.substring(slash + 1));
    YamlNode parent = find(root, pointer.substring(0, slash));
    Location location =
        parent instanceof YamlNode.Mapping mapping
            ? mapping.entry(key).map(YamlNode.Entry::keyLocation).orElse(mapping.location())
            : parent.location();
    List<String> known = knownKeys(schemaLocation);
    String hint =
        Suggestion.of(key, known)
            .map(near -> "; did you mean \"" + near + "\"?")
            .orElse("; known here: " + String.join(", ", known));
    return Problem.error(location, "unknown-key", "unknown key \"" + shorten(key) + "\"" + hint);
  }

  /** The keys of "properties" beside the "additionalProperties: false" at a schema location. */
  private static List<String> knownKeys(String schemaLocation) {
    String parent = schemaLocation.substring(0, schemaLocation.lastIndexOf('/'));
    return schemaAt(parent)
        .flatMap(schema -> schema.get("properties"))
        .map(properties -> ((YamlNode.Mapping) properties).entries())
        .orElse(List.of())
        .stream()
        .map(YamlNode.Entry::key)
        .toList();
  }

  private static List<String> required(YamlNode.Mapping schema) {
    return schema
        .get("required")
        .map(keys -> ((YamlNode.Sequence) keys).items())
        .orElse(List.of())
        .stream()
        .map(item -> ((YamlNode.Scalar) item).text())
        .toList();
  }

  private static List<Problem> missingKeys(
      YamlNode at, YamlNode.Mapping schema, Set<String> misspelled) {
    YamlNode.Mapping mapping = (YamlNode.Mapping) at;
    return required(schema).stream()
        .filter(key -> mapping.entry(key).isEmpty() && !misspelled.contains(key))
        .map(
            key ->
                Problem.error(
                    at.location(),
                    "missing-key",
                    "\"" + key + "\" is missing" + describe(schema, key)))
        .toList();
  }

  private static String describe(YamlNode.Mapping schema, String key) {
    return schema
        .get("properties")
        .flatMap(properties -> ((YamlNode.Mapping) properties).get(key))
        .flatMap(property -> text((YamlNode.Mapping) property, "description"))
        .map(description -> ": " + inSentence(description.replaceFirst("\\.( .*)?$", "")))
        .orElse("");
  }

  private static String inSentence(String text) {
    boolean acronym = text.length() > 1 && Character.isUpperCase(text.charAt(1));
    return acronym ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private static Problem wrongType(YamlNode at, YamlNode.Mapping schema) {
    YamlNode type = schema.get("type").orElseThrow();
    List<String> types =
        type instanceof YamlNode.Sequence several
            ? several.items().stream().map(item -> ((YamlNode.Scalar) item).text()).toList()
            : List.of(((YamlNode.Scalar) type).text());
    boolean text = types.contains("string");
    boolean number = types.equals(List.of("integer"));
    String expected = types.stream().map(Shape::typeWord).collect(Collectors.joining(", "));
    String message =
        text(schema, "errorMessage")
            .filter(own -> number)
            .map(own -> own + "; ")
            .orElse("expected " + expected.replaceFirst(", ([^,]*)$", " or $1") + ", ");
    String hint = "";
    if (at instanceof YamlNode.Scalar scalar && scalar.type() != YamlNode.Scalar.Type.NULL) {
      boolean quoted = number && scalar.text().matches("\\d{1,10}");
      hint = text ? "; put it in quotes" : quoted ? "; remove the quotes" : "";
    }
    String rule = text(schema, "x-rule").filter(own -> number).orElse("wrong-type");
    return Problem.error(at.location(), rule, message + "found " + excerpt(at) + hint);
  }

  private static String excerpt(YamlNode at) {
    return at instanceof YamlNode.Scalar scalar && scalar.type() == YamlNode.Scalar.Type.TEXT
        ? "the text \"" + shorten(scalar.text()) + "\""
        : shorten(at.kind());
  }

  private static String typeWord(String type) {
    return switch (type) {
      case "object" -> "a map";
      case "array" -> "a list";
      case "string" -> "text";
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      default -> type;
    };
  }

  /** The node of the document at a JSON pointer. */
  private static YamlNode find(YamlNode from, String pointer) {
    YamlNode node = from;
    for (String step : pointer.split("/", -1)) {
      if (step.isEmpty() && node == from) {
        continue;
      }
      String key = decode(step);
      if (node instanceof YamlNode.Mapping mapping) {
        node = mapping.get(key).orElseThrow();
      } else if (node instanceof YamlNode.Sequence sequence) {
        node = sequence.items().get(Integer.parseInt(key));
      }
    }
    return node;
  }

  /** The schema object at a location; empty for the schema "false". */
  private static Optional<YamlNode.Mapping> schemaAt(String location) {
    String pointer = location.substring(location.indexOf('#') + 1);
    return find(((SchemaNode) SCHEMA).yaml(), pointer) instanceof YamlNode.Mapping mapping
        ? Optional.of(mapping)
        : Optional.empty();
  }

  private static Optional<String> text(YamlNode.Mapping schema, String key) {
    return schema.get(key).map(node -> ((YamlNode.Scalar) node).text());
  }

  private static String value(YamlNode.Mapping schema, String key) {
    return text(schema, key).orElse("?");
  }

  private static String decode(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }

  private static String shorten(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "…";
  }
}
