package io.github.fleetdns.config;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What the YAML parser complains of, in words that say what to do. */
final class SyntaxProblem {
  private SyntaxProblem() {}

  static Problem of(String source, MarkedYamlEngineException e) {
    String problem = String.valueOf(e.getProblem());
    boolean unclosed = problem.contains("end of stream") || problem.contains("<stream end>");
    // What is never closed is best looked for where it begins.
    Optional<Mark> mark =
        unclosed
            ? e.getContextMark().or(e::getProblemMark)
            : e.getProblemMark().or(e::getContextMark);
    Location at =
        mark.map(m -> new Location(source, m.getLine() + 1, m.getColumn() + 1))
            .orElse(Location.startOf(source));
    String context = Optional.ofNullable(e.getContext()).orElse("");
    return Problem.error(at, "yaml-syntax", unclosed ? unclosed(context) : message(problem));
  }

  private static String unclosed(String context) {
    if (context.contains("quoted scalar")) {
      return "not YAML: this quote is never closed";
    }
    if (context.contains("flow sequence")) {
      return "not YAML: this [ is never closed";
    }
    if (context.contains("flow mapping")) {
      return "not YAML: this { is never closed";
    }
    return "not YAML: the file ends in the middle of this";
  }

  private static String message(String problem) {
    if (problem.contains("TAB")) {
      return "a tab where YAML wants spaces; indent with spaces";
    }
    if (problem.contains("cannot start any token")) {
      String character = problem.replaceFirst("(?s).*found character '(.+?)' that.*", "$1");
      return "not YAML: a plain text cannot begin with " + character + "; put it in quotes";
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return "not YAML: this colon makes a key where none can be; put a text with a colon in quotes,"
          + " and a space after the colon of every key";
    }
    if (problem.startsWith("expected <block end>")) {
      return "not YAML: this is not a part of what stands above; line it up with its siblings, and"
          + " put a text with quotes inside in quotes";
    }
    if (problem.startsWith("expected the node content")) {
      String found = problem.replaceFirst("(?s).*but found ", "");
      return "not YAML: a value cannot begin with " + found + "; put a text in quotes";
    }
    if (problem.startsWith("expected '<document start>'")) {
      return "not YAML: the document has ended before this; remove it";
    }
    if (problem.startsWith("found unknown escape character")) {
      return "not YAML: "
          + problem.replaceFirst("\\(\\d+\\)$", "")
          + "; write \\\\ for a backslash, or use single quotes";
    }
    return "not YAML: " + problem;
  }
}
