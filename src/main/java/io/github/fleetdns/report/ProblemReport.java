package io.github.fleetdns.report;

import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.problem.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Problems as lines of text. */
public final class ProblemReport {
  /** How many places of a mistake are shown that is made many times. */
  private static final int FEW = 3;

  /** More than these are many. */
  private static final int MANY = 10;

  private ProblemReport() {}

  /** A line for each problem. */
  public static List<String> lines(List<Problem> problems) {
    return problems.stream().map(Problem::toString).toList();
  }

  /** A line for each problem, but of the same mistake many times only the first places. */
  public static List<String> grouped(List<Problem> problems) {
    return grouped(problems, problem -> MANY, "--all has them all");
  }

  /** The same for commands that look at something else: of warnings, too, only a few. */
  public static List<String> brief(List<Problem> problems) {
    return grouped(
        problems, problem -> problem.isError() ? MANY : FEW, "`fleetdns check --all` has them all");
  }

  /**
   * What is the same mistake: a rule, broken in one file.
   *
   * @param severity a rule mostly has one
   */
  private record Kind(String file, Severity severity, String rule) {
    static Kind of(Problem problem) {
      return new Kind(problem.location().source(), problem.severity(), problem.rule());
    }
  }

  private static List<String> grouped(
      List<Problem> problems, ToIntFunction<Problem> most, String rest) {
    Map<Kind, Integer> counts = new LinkedHashMap<>();
    problems.forEach(problem -> counts.merge(Kind.of(problem), 1, Integer::sum));
    List<String> lines = new ArrayList<>();
    Map<Kind, Integer> shown = new HashMap<>();
    for (Problem problem : problems) {
      Kind kind = Kind.of(problem);
      boolean many = counts.getOrDefault(kind, 0) > most.applyAsInt(problem);
      int number = shown.merge(kind, 1, Integer::sum);
      if (!many || number <= FEW) {
        lines.add(problem.toString());
      }
      if (many && number == FEW) {
        lines.add(more(kind, counts.getOrDefault(kind, 0) - FEW, rest));
      }
    }
    return lines;
  }

  private static String more(Kind kind, int count, String rest) {
    return "… and "
        + plural(count, "more " + kind.severity().word())
        + " of this kind in "
        + kind.file()
        + " ("
        + kind.rule()
        + "); "
        + rest;
  }

  /** {@code 2 errors, 1 warning}; {@code no problems} for none. */
  public static String count(List<Problem> problems) {
    long errors = problems.stream().filter(Problem::isError).count();
    long warnings = problems.size() - errors;
    List<String> parts = new ArrayList<>();
    if (errors > 0) {
      parts.add(plural(errors, "error"));
    }
    if (warnings > 0) {
      parts.add(plural(warnings, "warning"));
    }
    return parts.isEmpty() ? "no problems" : String.join(", ", parts);
  }

  /** {@code 1 word}, {@code 2 words}. */
  public static String plural(long count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }
}
