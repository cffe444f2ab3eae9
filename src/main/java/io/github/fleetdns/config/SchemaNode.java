package io.github.fleetdns.config;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.SimpleType;
import io.github.fleetdns.problem.Problem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link YamlNode} as the JSON Schema validator sees it. */
final class SchemaNode implements JsonNode {
  private final YamlNode node;
  private final String pointer;
  private @Nullable Map<String, JsonNode> members;

  SchemaNode(YamlNode node, String pointer) {
    this.node = node;
    this.pointer = pointer;
  }

  /** Reads JSON as the YAML it also is. */
  static final class Factory implements JsonNodeFactory {
    @Override
    public JsonNode wrap(Object node) {
      return node instanceof JsonNode json ? json : new SchemaNode((YamlNode) node, "");
    }

    @Override
    public JsonNode create(String json) {
      List<Problem> problems = new ArrayList<>();
      return YamlReader.read("schema", json, problems)
          .map(root -> new SchemaNode(root, ""))
          .orElseThrow(() -> new IllegalArgumentException(problems.toString()));
    }
  }

  YamlNode yaml() {
    return node;
  }

  @Override
  public String getJsonPointer() {
    return pointer;
  }

  @Override
  public SimpleType getNodeType() {
    if (node instanceof YamlNode.Mapping) {
      return SimpleType.OBJECT;
    }
    if (node instanceof YamlNode.Sequence) {
      return SimpleType.ARRAY;
    }
    return switch (scalar().type()) {
      case TEXT -> SimpleType.STRING;
      case INTEGER -> SimpleType.INTEGER;
      case DECIMAL -> SimpleType.NUMBER;
      case BOOLEAN -> SimpleType.BOOLEAN;
      case NULL -> SimpleType.NULL;
    };
  }

  private YamlNode.Scalar scalar() {
    return (YamlNode.Scalar) node;
  }

  @Override
  public boolean asBoolean() {
    return scalar().text().toLowerCase(Locale.ROOT).equals("true");
  }

  @Override
  public String asString() {
    return scalar().text();
  }

  @Override
  public BigInteger asInteger() {
    return YamlNumbers.integer(scalar());
  }

  @Override
  public BigDecimal asNumber() {
    return YamlNumbers.number(scalar());
  }

  @Override
  public List<JsonNode> asArray() {
    List<JsonNode> items = new ArrayList<>();
    for (YamlNode item : ((YamlNode.Sequence) node).items()) {
      items.add(new SchemaNode(item, pointer + "/" + items.size()));
    }
    return items;
  }

  /** Made once: every keyword of a schema that concerns keys asks for it. */
  @Override
  public Map<String, JsonNode> asObject() {
    Map<String, JsonNode> known = members;
    if (known == null) {
      known = new LinkedHashMap<>();
      for (YamlNode.Entry entry : ((YamlNode.Mapping) node).entries()) {
        String below = pointer + "/" + JsonNode.encodeJsonPointer(entry.key());
        known.put(entry.key(), new SchemaNode(entry.value(), below));
      }
      members = known;
    }
    return known;
  }
}
