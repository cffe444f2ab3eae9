package io.github.fleetdns.config;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.source.Source;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document with those that it {@code extends} below it: maps are merged by key, anything else is
 * replaced, and {@code null} removes. Every value keeps the place where it stands.
 */
final class Extended {
  /** The key that names the files that a file builds on. */
  static final String KEY = "extends";

  private static final int MOST = 20;
  private final Path tree;
  private final List<Problem> problems;

  private Extended(Path tree, List<Problem> problems) {
    this.tree = tree;
    this.problems = problems;
  }

  /**
   * The document with what it extends; itself if it extends nothing.
   *
   * @param source the file that it was read from, as the user wrote it
   * @param problems takes what is wrong with the files that it names
   */
  static YamlNode of(String source, YamlNode document, List<Problem> problems) {
    if (!(document instanceof YamlNode.Mapping mapping) || mapping.get(KEY).isEmpty()) {
      return document;
    }
    Path file = Path.of(source.equals(Source.STANDARD_INPUT_NAME) ? "-" : source);
    Extended extended = new Extended(folder(file.toAbsolutePath().normalize()), problems);
    return extended.whole(file, mapping, List.of(file.toAbsolutePath().normalize()));
  }

  private static Path folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  private YamlNode whole(Path file, YamlNode.Mapping document, List<Path> above) {
    YamlNode.Mapping merged = new YamlNode.Mapping(document.location(), List.of(), 1);
    Optional<YamlNode> named = document.get(KEY);
    if (named.isPresent() && YamlFields.texts(named.get()).isEmpty()) {
      error(named.get().location(), "extends-file", "name a fleet file, or a list of them");
    }
    for (YamlNode.Scalar name : named.map(YamlFields::texts).orElse(List.of())) {
      Optional<YamlNode> below = below(file, name, above);
      if (below.isPresent()) {
        merged = (YamlNode.Mapping) merge(merged, below.get());
      }
    }
    List<YamlNode.Entry> own =
        document.entries().stream().filter(entry -> !entry.key().equals(KEY)).toList();
    return merge(merged, new YamlNode.Mapping(document.location(), own, document.size()));
  }

  /** A file that another one extends, with what it extends itself. */
  private Optional<YamlNode> below(Path file, YamlNode.Scalar name, List<Path> above) {
    Path path;
    try {
      path = file.resolveSibling(name.text());
    } catch (InvalidPathException e) {
      return error(name.location(), "extends-file", "\"" + name.text() + "\" is no path of a file");
    }
    Path absolute = path.toAbsolutePath().normalize();
    Path here = Path.of("").toAbsolutePath().normalize();
    if (Path.of(name.text()).isAbsolute()
        || !(absolute.startsWith(tree) || absolute.startsWith(here))) {
      return error(
          name.location(),
          "extends-outside",
          "\""
              + name.text()
              + "\" is outside of the folder that fleetdns works in; a file extends those beside or"
              + " below it, or below the current folder");
    }
    if (above.contains(absolute)) {
      return error(
          name.location(),
          "extends-loop",
          "\"" + name.text() + "\" extends this file itself; let one of them stand alone");
    }
    if (above.size() > MOST) {
      return error(
          name.location(), "extends-loop", "more than " + MOST + " files extend one another");
    }
    Source source = Source.read(path);
    if (source.text().isEmpty()) {
      return error(
          name.location(),
          "extends-file",
          "\"" + name.text() + "\" cannot be read: " + source.problems().get(0).message());
    }
    String text = source.text().get().replace("\r\n", "\n").replace('\r', '\n');
    Optional<YamlNode> read = YamlReader.read(source.name(), text, problems);
    if (read.isPresent() && !(read.get() instanceof YamlNode.Mapping)) {
      return error(name.location(), "extends-file", "\"" + name.text() + "\" is no fleet file");
    }
    List<Path> longer = new ArrayList<>(above);
    longer.add(absolute);
    return read.map(document -> whole(path, (YamlNode.Mapping) document, longer));
  }

  /** One document over another. */
  static YamlNode merge(YamlNode base, YamlNode over) {
    if (!(base instanceof YamlNode.Mapping below) || !(over instanceof YamlNode.Mapping above)) {
      return over;
    }
    Map<String, YamlNode.Entry> merged = new LinkedHashMap<>();
    below.entries().forEach(entry -> merged.put(entry.key(), entry));
    for (YamlNode.Entry entry : above.entries()) {
      YamlNode.Entry known = merged.get(entry.key());
      if (isNothing(entry.value())) {
        merged.remove(entry.key());
      } else if (known == null) {
        merged.put(
            entry.key(),
            new YamlNode.Entry(entry.key(), entry.keyLocation(), withoutRemovals(entry.value())));
      } else {
        YamlNode value = merge(known.value(), entry.value());
        merged.put(entry.key(), new YamlNode.Entry(entry.key(), entry.keyLocation(), value));
      }
    }
    long size = 1 + merged.values().stream().mapToLong(entry -> entry.value().size()).sum();
    return new YamlNode.Mapping(over.location(), List.copyOf(merged.values()), size);
  }

  /** A map that nothing is below of: what it removes is not there anyway. */
  private static YamlNode withoutRemovals(YamlNode node) {
    return node instanceof YamlNode.Mapping mapping
        ? merge(new YamlNode.Mapping(mapping.location(), List.of(), 1), mapping)
        : node;
  }

  private static boolean isNothing(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && scalar.type() == YamlNode.Scalar.Type.NULL;
  }

  private <T> Optional<T> error(Location at, String rule, String message) {
    problems.add(Problem.error(at, rule, message));
    return Optional.empty();
  }
}
