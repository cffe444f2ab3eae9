package io.github.fleetdns.config;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.source.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A fleet file with everything that it extends, as one text that says of each value where it
 * stands.
 *
 * @param text the text, a fleet file itself; empty if there is none to be had
 * @param problems what is wrong with the files
 */
public record ResolvedFile(Optional<String> text, List<Problem> problems) {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z_/][A-Za-z0-9_./@-]*(?: [A-Za-z0-9_./@-]+)*");
  private static final Pattern WORD =
      Pattern.compile("(?i)true|false|null|yes|no|on|off|nan|inf|~");

  /** Copies the problems. */
  public ResolvedFile {
    problems = List.copyOf(problems);
  }

  /** Reads a file and what it extends. */
  public static ResolvedFile read(Path file) {
    Source source = Source.read(file);
    List<Problem> problems = new ArrayList<>(source.problems());
    Optional<String> text =
        source
            .text()
            .map(content -> content.replace("\r\n", "\n").replace('\r', '\n'))
            .flatMap(content -> YamlReader.read(source.name(), content, problems))
            .map(document -> Extended.of(source.name(), document, problems))
            .map(
                document -> {
                  StringBuilder out = new StringBuilder();
                  write(document, "", out);
                  return out.toString();
                });
    return new ResolvedFile(text, FleetReader.sorted(problems));
  }

  private static void write(YamlNode node, String indent, StringBuilder out) {
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        out.append(indent).append(quoted(entry.key())).append(':');
        below(entry.value(), indent, out);
      }
    } else if (node instanceof YamlNode.Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        out.append(indent).append('-');
        below(item, indent, out);
      }
    } else {
      scalar(node, out);
    }
  }

  private static void below(YamlNode node, String indent, StringBuilder out) {
    boolean empty =
        node instanceof YamlNode.Mapping mapping
            ? mapping.entries().isEmpty()
            : node instanceof YamlNode.Sequence sequence && sequence.items().isEmpty();
    if (empty) {
      out.append(node instanceof YamlNode.Mapping ? " {}" : " []");
      origin(node.location(), out);
    } else if (node instanceof YamlNode.Scalar) {
      scalar(node, out);
    } else {
      out.append('\n');
      write(node, indent + "  ", out);
    }
  }

  private static void scalar(YamlNode node, StringBuilder out) {
    YamlNode.Scalar scalar = (YamlNode.Scalar) node;
    out.append(' ')
        .append(scalar.type() == YamlNode.Scalar.Type.TEXT ? quoted(scalar.text()) : scalar.text());
    origin(scalar.location(), out);
  }

  private static void origin(Location at, StringBuilder out) {
    out.append("  # ").append(at.source()).append(':').append(at.line()).append('\n');
  }

  private static String quoted(String text) {
    if (PLAIN.matcher(text).matches() && !WORD.matcher(text).matches()) {
      return text;
    }
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c == 0x7f) {
        out.append(String.format(java.util.Locale.ROOT, "\\x%02x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
