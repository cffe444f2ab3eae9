package io.github.fleetdns.report;

import io.github.fleetdns.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Problems as lines of text. */
public final class ProblemReport {
  private static final int FEW = 3;

  private ProblemReport() {}

  /** A line for each problem. */
  public static List<String> lines(List<Problem> problems) {
    return problems.stream().map(Problem::toString).toList();
  }

  /** A line for each error, and for the first few warnings of each rule. */
  public static List<String> brief(List<Problem> problems) {
    List<String> lines = new ArrayList<>();
    Map<String, Integer> shown = new HashMap<>();
    for (Problem problem : problems) {
      if (problem.isError() || shown.merge(problem.rule(), 1, Integer::sum) <= FEW) {
        lines.add(problem.toString());
      }
    }
    shown.forEach(
        (rule, count) -> {
          if (count > FEW) {
            lines.add(
                "… and "
                    + (count - FEW)
                    + " more warnings ("
                    + rule
                    + "); `fleetdns check` has them all");
          }
        });
    return lines;
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
