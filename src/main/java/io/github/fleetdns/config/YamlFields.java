package io.github.fleetdns.config;

import io.github.fleetdns.problem.Location;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The entries of a map, by key, with what has the wrong type left out: the schema has complained of
 * it already.
 */
final class YamlFields {
  private final YamlNode node;
  private final Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();

  private YamlFields(YamlNode node) {
    this.node = node;
    if (node instanceof YamlNode.Mapping mapping) {
      mapping.entries().forEach(entry -> entries.put(entry.key(), entry));
    }
  }

  /** The fields of a map; none for anything else. */
  static YamlFields of(YamlNode node) {
    return new YamlFields(node);
  }

  /** The texts of a list, or the single text. */
  static List<YamlNode.Scalar> texts(YamlNode node) {
    Stream<YamlNode> nodes =
        node instanceof YamlNode.Sequence sequence ? sequence.items().stream() : Stream.of(node);
    return nodes.filter(YamlFields::isText).map(item -> (YamlNode.Scalar) item).toList();
  }

  /** The items of a list; none for anything else. */
  static List<YamlNode> items(YamlNode node) {
    return node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of();
  }

  private static boolean isText(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && scalar.type() == YamlNode.Scalar.Type.TEXT;
  }

  /** Where this map stands. */
  Location location() {
    return node.location();
  }

  /** The entries in the file's order. */
  List<YamlNode.Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** The value of a key. */
  Optional<YamlNode> get(String key) {
    return Optional.ofNullable(entries.get(key)).map(YamlNode.Entry::value);
  }

  /** Where the value of a key stands, or this map if the key is missing. */
  Location at(String key) {
    return get(key).map(YamlNode::location).orElse(node.location());
  }

  /** The fields of a map below a key; none if there is no map. */
  YamlFields map(String key) {
    return new YamlFields(get(key).orElse(node instanceof YamlNode.Mapping ? none() : node));
  }

  private YamlNode none() {
    return new YamlNode.Mapping(node.location(), List.of(), 1);
  }

  /** The text of a key. */
  Optional<String> text(String key) {
    return get(key).filter(YamlFields::isText).map(value -> ((YamlNode.Scalar) value).text());
  }

  /** The texts of a key that has a list of them, or a single one. */
  List<YamlNode.Scalar> textList(String key) {
    return get(key).map(YamlFields::texts).orElse(List.of());
  }

  /** Every entry whose value is a text. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    entries.keySet().forEach(key -> text(key).ifPresent(value -> texts.put(key, value)));
    return texts;
  }

  /** The whole number of a key, if it lies in the range. */
  OptionalLong integer(String key, long least, long most) {
    Optional<BigInteger> number =
        get(key)
            .filter(YamlNode.Scalar.class::isInstance)
            .map(YamlNode.Scalar.class::cast)
            .filter(scalar -> scalar.type() == YamlNode.Scalar.Type.INTEGER)
            .map(YamlNumbers::integer)
            .filter(n -> n.compareTo(BigInteger.valueOf(least)) >= 0)
            .filter(n -> n.compareTo(BigInteger.valueOf(most)) <= 0);
    return number.isPresent() ? OptionalLong.of(number.get().longValue()) : OptionalLong.empty();
  }

  /** The truth value of a key. */
  Optional<Boolean> truth(String key) {
    return get(key)
        .filter(YamlNode.Scalar.class::isInstance)
        .map(YamlNode.Scalar.class::cast)
        .filter(scalar -> scalar.type() == YamlNode.Scalar.Type.BOOLEAN)
        .map(scalar -> scalar.text().equalsIgnoreCase("true"));
  }
}
