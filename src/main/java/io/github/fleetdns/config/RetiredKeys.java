package io.github.fleetdns.config;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keys that fleet files had once: a renamed one keeps working, with a warning that names the new
 * one; of one that is gone, an error says what took its place. No file breaks without a word.
 */
final class RetiredKeys {
  /** All of them, the latest last. An entry stays for good. */
  static final RetiredKeys ALL = new RetiredKeys(List.of());

  /** Stands in a path for every key, and for the place in a list. */
  private static final String ANY = "*";

  private final List<Key> keys;

  RetiredKeys(List<Key> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * One that is no key any more.
   *
   * @param path where it stood: the keys above it, then itself; {@code *} stands for any one
   * @param renamed the key that means the same, in the same map; empty if there is none
   * @param since the version that has retired it
   * @param instead what to write, for one that is gone; empty for one that is renamed
   */
  record Key(List<String> path, Optional<String> renamed, String since, String instead) {
    Key {
      path = List.copyOf(path);
    }

    /** A key that is called differently now. */
    static Key renamed(List<String> path, String now, String since) {
      return new Key(path, Optional.of(now), since, "");
    }

    /** A key whose place was taken by something else. */
    static Key gone(List<String> path, String since, String instead) {
      return new Key(path, Optional.empty(), since, instead);
    }

    private boolean isAt(List<String> place) {
      if (place.size() != path.size()) {
        return false;
      }
      for (int i = 0; i < path.size(); i++) {
        if (!path.get(i).equals(ANY) && !path.get(i).equals(place.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /** The document with the keys of today; what was retired is a problem. */
  YamlNode renewed(YamlNode document, List<Problem> problems) {
    return keys.isEmpty() ? document : renewed(document, List.of(), problems);
  }

  private YamlNode renewed(YamlNode node, List<String> above, List<Problem> problems) {
    if (node instanceof YamlNode.Sequence list) {
      List<String> inside = below(above, ANY);
      return new YamlNode.Sequence(
          list.location(),
          list.items().stream().map(item -> renewed(item, inside, problems)).toList(),
          list.size());
    }
    if (!(node instanceof YamlNode.Mapping map)) {
      return node;
    }
    List<YamlNode.Entry> entries = new ArrayList<>();
    for (YamlNode.Entry entry : map.entries()) {
      List<String> place = below(above, entry.key());
      Optional<Key> retired = keys.stream().filter(key -> key.isAt(place)).findFirst();
      Optional<String> name = today(entry, retired, map, problems);
      name.ifPresent(
          key ->
              entries.add(
                  new YamlNode.Entry(
                      key,
                      entry.keyLocation(),
                      renewed(entry.value(), below(above, key), problems))));
    }
    return new YamlNode.Mapping(map.location(), entries, map.size());
  }

  /** What a key is called today; empty if it is not read. */
  private static Optional<String> today(
      YamlNode.Entry entry, Optional<Key> retired, YamlNode.Mapping map, List<Problem> problems) {
    if (retired.isEmpty()) {
      return Optional.of(entry.key());
    }
    Key key = retired.get();
    Location at = entry.keyLocation();
    String old = "\"" + entry.key() + "\"";
    if (key.renamed().isEmpty()) {
      problems.add(
          Problem.error(
              at, "retired-key", old + " is gone since " + key.since() + "; " + key.instead()));
      return Optional.empty();
    }
    String now = key.renamed().get();
    if (map.entry(now).isPresent()) {
      problems.add(
          Problem.error(
              at,
              "retired-key",
              old + " is the old name of \"" + now + "\", which is here too; remove " + old));
      return Optional.empty();
    }
    problems.add(
        Problem.warning(
            at,
            "retired-key",
            old + " is called \"" + now + "\" since " + key.since() + "; rename it"));
    return Optional.of(now);
  }

  private static List<String> below(List<String> above, String key) {
    List<String> place = new ArrayList<>(above);
    place.add(key);
    return place;
  }
}
