package io.github.fleetdns.config;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads one YAML document into a tree of {@link YamlNode}s.
 *
 * <p>Built from the parser's events with a stack of its own, so that no depth of nesting and no
 * alias can exhaust memory.
 */
final class YamlReader {
  private static final int MAX_CODE_POINTS = 64 * 1024 * 1024;
  private static final int MAX_DEPTH = 100;
  private static final long MAX_ALIASED_NODES = 100_000;

  /** Longer than any value of Route 53, and than any text that an editor shows well. */
  private static final int MAX_TEXT = 65_536;

  private static final Tag MERGE = new Tag("tag:yaml.org,2002:merge");
  // The schema makes a new one each time that it is asked.
  private static final ScalarResolver PLAIN = new CoreSchema().getScalarResolver();
  private static final Set<Tag> CORE = Set.of(Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);

  private final String source;
  private final List<Problem> problems;
  private final LoadSettings settings;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, YamlNode> anchors = new HashMap<>();
  private long aliasedNodes;
  private @Nullable YamlNode root;

  private YamlReader(String source, List<Problem> problems) {
    this.source = source;
    this.problems = problems;
    this.settings =
        LoadSettings.builder()
            .setLabel(source)
            .setSchema(new CoreSchema())
            .setCodePointLimit(MAX_CODE_POINTS)
            .build();
  }

  /**
   * Reads a text, adding what is wrong with it to {@code problems}.
   *
   * @return the document; empty if there is none or its syntax is broken
   */
  static Optional<YamlNode> read(String source, String text, List<Problem> problems) {
    YamlReader reader = new YamlReader(source, problems);
    try {
      reader.checkLength(text);
      return reader.run(text);
    } catch (Stop e) {
      problems.add(e.problem);
    } catch (MarkedYamlEngineException e) {
      problems.add(SyntaxProblem.of(source, e));
    } catch (ReaderException e) {
      problems.add(
          Problem.error(
              Location.after(
                  source, text.substring(0, text.offsetByCodePoints(0, e.getPosition()))),
              "yaml-syntax",
              String.format("the character U+%04X is not allowed in YAML", e.getCodePoint())));
    } catch (YamlVersionException e) {
      problems.add(
          Problem.error(
              Location.startOf(source),
              "yaml-syntax",
              "only YAML 1.2 is read here; remove the line %YAML " + version(e)));
    } catch (YamlEngineException e) {
      problems.add(
          Problem.error(
              Location.startOf(source), "yaml-syntax", "cannot be read: " + e.getMessage()));
    }
    return Optional.empty();
  }

  private static String version(YamlVersionException e) {
    return e.getSpecVersion().getMajor() + "." + e.getSpecVersion().getMinor();
  }

  /** The scanner takes a word as a whole, and time that grows with the square of its length. */
  private void checkLength(String text) {
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (" \t\r\n,[]{}:\"'".indexOf(text.charAt(i)) >= 0) {
        start = i + 1;
      } else if (i - start == MAX_TEXT) {
        throw new Stop(tooLong(Location.after(source, text.substring(0, start))));
      }
    }
  }

  private static Problem tooLong(Location at) {
    return Problem.error(
        at, "yaml-long", "this text has more than " + MAX_TEXT + " characters, which is the limit");
  }

  private Optional<YamlNode> run(String text) {
    boolean documentSeen = false;
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof DocumentStartEvent) {
        if (documentSeen) {
          throw stop(
              event,
              "yaml-several-documents",
              "a second document begins here; one file"
                  + " describes one fleet: put the other into a file of its own");
        }
        documentSeen = true;
      } else if (event instanceof NodeEvent node) {
        start(node);
      } else if (event.getEventId() == Event.ID.SequenceEnd
          || event.getEventId() == Event.ID.MappingEnd) {
        Open done = open.pop();
        deliver(done.finish(), done.anchor);
      }
    }
    YamlNode document = root;
    if (document == null
        || (document instanceof YamlNode.Scalar scalar
            && scalar.type() == YamlNode.Scalar.Type.NULL)) {
      problems.add(
          Problem.error(
              Location.startOf(source),
              "yaml-empty",
              "the file is empty; `fleetdns init` writes one to start from"));
      return Optional.empty();
    }
    return Optional.of(document);
  }

  private void start(NodeEvent event) {
    @Nullable String anchor = event.getAnchor().map(a -> a.getValue()).orElse(null);
    if (event instanceof AliasEvent) {
      deliver(aliased(event, String.valueOf(anchor)), null);
    } else if (event instanceof ScalarEvent scalar) {
      deliver(scalar(scalar), anchor);
    } else {
      if (open.size() == MAX_DEPTH) {
        throw stop(event, "yaml-depth", "the nesting is deeper than " + MAX_DEPTH + " levels");
      }
      open.push(new Open(at(event), event instanceof MappingStartEvent, anchor));
      checkTag(event);
    }
  }

  private YamlNode aliased(NodeEvent event, String anchor) {
    YamlNode target = anchors.get(anchor);
    if (target == null) {
      throw stop(
          event,
          "yaml-alias",
          open.stream().anyMatch(o -> anchor.equals(o.anchor))
              ? "*" + anchor + " refers to the node it stands in"
              : "there is no anchor &"
                  + anchor
                  + " before *"
                  + anchor
                  + "; put a text that begins with * in quotes");
    }
    aliasedNodes += target.size();
    if (aliasedNodes > MAX_ALIASED_NODES) {
      throw stop(
          event,
          "yaml-alias-bomb",
          "the aliases of this file expand to more than "
              + MAX_ALIASED_NODES
              + " nodes; write the values out");
    }
    return target;
  }

  private YamlNode.Scalar scalar(ScalarEvent event) {
    if (event.getValue().length() > MAX_TEXT) {
      throw new Stop(tooLong(at(event)));
    }
    Tag tag = explicitTag(event).orElseGet(() -> implicitTag(event));
    YamlNode.Scalar.Type type;
    if (tag.equals(Tag.STR)) {
      type = YamlNode.Scalar.Type.TEXT;
    } else if (tag.equals(MERGE)) {
      if (isKey()) {
        throw stop(
            event,
            "yaml-merge",
            "merge keys (<<) are not part of YAML 1.2; write the fields out, or use the alias for"
                + " the whole value");
      }
      type = YamlNode.Scalar.Type.TEXT;
    } else if (tag.equals(Tag.INT)) {
      type = YamlNode.Scalar.Type.INTEGER;
    } else if (tag.equals(Tag.FLOAT)) {
      type = YamlNode.Scalar.Type.DECIMAL;
    } else if (tag.equals(Tag.BOOL)) {
      type = YamlNode.Scalar.Type.BOOLEAN;
    } else if (tag.equals(Tag.NULL)) {
      type = YamlNode.Scalar.Type.NULL;
    } else {
      reportTag(event, tag.getValue());
      type = YamlNode.Scalar.Type.TEXT;
    }
    return new YamlNode.Scalar(at(event), event.getValue(), type);
  }

  private boolean isKey() {
    Open parent = open.peek();
    return parent != null && parent.mapping && parent.key == null;
  }

  /** The tag that is written before a scalar; one that its text does not fit is reported. */
  private Optional<Tag> explicitTag(ScalarEvent event) {
    Optional<Tag> tag = event.getTag().map(name -> name.equals("!") ? Tag.STR : new Tag(name));
    if (tag.filter(CORE::contains).isEmpty() || tag.get().equals(plainTag(event))) {
      return tag;
    }
    problems.add(
        Problem.error(
            at(event), "yaml-tag", "the tag " + tag.get() + " does not fit this value; remove it"));
    return Optional.of(Tag.STR);
  }

  private Tag implicitTag(ScalarEvent event) {
    // What else a key might be than a text, nobody asks.
    boolean text = isKey() && !event.getValue().equals("<<");
    return text || event.getScalarStyle() != ScalarStyle.PLAIN ? Tag.STR : plainTag(event);
  }

  private Tag plainTag(ScalarEvent event) {
    return PLAIN.resolve(event.getValue(), true);
  }

  private void checkTag(NodeEvent event) {
    Optional<String> tag =
        event instanceof MappingStartEvent mapping
            ? mapping.getTag()
            : ((SequenceStartEvent) event).getTag();
    String expected = event instanceof MappingStartEvent ? Tag.MAP.getValue() : Tag.SEQ.getValue();
    tag.filter(value -> !value.equals(expected) && !value.equals("!"))
        .ifPresent(value -> reportTag(event, value));
  }

  private void reportTag(Event event, String tag) {
    problems.add(
        Problem.error(at(event), "yaml-tag", "the tag " + tag + " has no meaning here; remove it"));
  }

  /** A complete node goes into the collection that is open, or is the document. */
  private void deliver(YamlNode node, @Nullable String anchor) {
    if (anchor != null) {
      anchors.put(anchor, node);
    }
    Open parent = open.peek();
    if (parent == null) {
      root = node;
    } else {
      parent.add(node);
    }
  }

  /** A collection whose end has not been read yet. */
  private final class Open {
    private final Location location;
    private final boolean mapping;
    private final @Nullable String anchor;
    private final List<YamlNode> items = new ArrayList<>();
    private final List<YamlNode.Entry> entries = new ArrayList<>();
    private final Map<String, Location> keys = new HashMap<>();
    private @Nullable YamlNode key;
    private long size = 1;

    Open(Location location, boolean mapping, @Nullable String anchor) {
      this.location = location;
      this.mapping = mapping;
      this.anchor = anchor;
    }

    void add(YamlNode node) {
      size += node.size();
      if (!mapping) {
        items.add(node);
      } else if (key == null) {
        key = node;
      } else {
        addEntry(key, node);
        key = null;
      }
    }

    private void addEntry(YamlNode key, YamlNode value) {
      if (!(key instanceof YamlNode.Scalar scalar)) {
        problems.add(
            Problem.error(key.location(), "yaml-key", "a key is a plain word, not " + key.kind()));
        return;
      }
      @Nullable Location first = keys.putIfAbsent(scalar.text(), key.location());
      if (first != null) {
        problems.add(
            Problem.error(
                key.location(),
                "duplicate-key",
                "\""
                    + scalar.text()
                    + "\" stands here twice, first in line "
                    + first.line()
                    + "; keep one"));
        return;
      }
      entries.add(new YamlNode.Entry(scalar.text(), key.location(), value));
    }

    YamlNode finish() {
      return mapping
          ? new YamlNode.Mapping(location, List.copyOf(entries), size)
          : new YamlNode.Sequence(location, List.copyOf(items), size);
    }
  }

  private Stop stop(Event event, String rule, String message) {
    return new Stop(Problem.error(at(event), rule, message));
  }

  private Location at(Event event) {
    return event
        .getStartMark()
        .map(mark -> new Location(source, mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(Location.startOf(source));
  }

  /** Ends the reading of a document that cannot be understood further. */
  private static final class Stop extends RuntimeException {
    private final transient Problem problem;

    Stop(Problem problem) {
      super(problem.message(), null, false, false);
      this.problem = problem;
    }
  }
}
