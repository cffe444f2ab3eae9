package io.github.fleetdns.config;

import io.github.fleetdns.problem.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A YAML document as a tree in which every node knows its place in the file. */
sealed interface YamlNode {

  /** Where the node begins. */
  Location location();

  /** What the node is called in messages: "a map", "text", … */
  String kind();

  /**
   * How many nodes the tree has below and with this one, aliases counted as often as they stand.
   */
  long size();

  /** Keys and values, in the file's order; no key stands twice. */
  final class Mapping implements YamlNode {
    /** With no more than these, going through them is quicker than a table of them. */
    private static final int FEW = 16;

    private final Location location;
    private final List<Entry> entries;
    private final long size;
    private @Nullable Map<String, Entry> byKey;

    Mapping(Location location, List<Entry> entries, long size) {
      this.location = location;
      this.entries = entries;
      this.size = size;
    }

    @Override
    public Location location() {
      return location;
    }

    List<Entry> entries() {
      return entries;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public String kind() {
      return "a map";
    }

    /** The value of a key. */
    Optional<YamlNode> get(String key) {
      return entry(key).map(Entry::value);
    }

    /** The entry of a key. */
    Optional<Entry> entry(String key) {
      if (entries.size() > FEW) {
        return Optional.ofNullable(table().get(key));
      }
      return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    /** Shape and meaning are read by two threads; the first to ask makes the table. */
    private synchronized Map<String, Entry> table() {
      if (byKey == null) {
        Map<String, Entry> made = new HashMap<>();
        entries.forEach(entry -> made.putIfAbsent(entry.key(), entry));
        byKey = made;
      }
      return byKey;
    }
  }

  /** One entry of a {@link Mapping}. */
  record Entry(String key, Location keyLocation, YamlNode value) {}

  /** A list. */
  record Sequence(Location location, List<YamlNode> items, long size) implements YamlNode {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /**
   * A single value.
   *
   * @param text as it stands in the file, without quotes
   * @param type what YAML's core schema makes of it
   */
  record Scalar(Location location, String text, Type type) implements YamlNode {
    /** The types of YAML's core schema. */
    enum Type {
      TEXT("text"),
      INTEGER("the number"),
      DECIMAL("the number"),
      BOOLEAN("the truth value"),
      NULL("nothing");

      private final String word;

      Type(String word) {
        this.word = word;
      }
    }

    @Override
    public String kind() {
      return switch (type) {
        case TEXT, NULL -> type.word;
        default -> type.word + " " + text;
      };
    }

    @Override
    public long size() {
      return 1;
    }
  }
}
