package io.github.fleetdns.report;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.rule.Rule;
import io.github.fleetdns.zone.rule.Rules;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Problems in the Static Analysis Results Interchange Format, which code scanning takes.
 *
 * <p>Source: OASIS, SARIF version 2.1.0. Last looked at: 2026-11-28.
 */
public final class Sarif {
  private Sarif() {}

  /**
   * The log of one run, as JSON.
   *
   * @param version the version of fleetdns
   */
  public static Map<String, Object> of(List<Problem> problems, String version) {
    List<String> rules = problems.stream().map(Problem::rule).distinct().sorted().toList();
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "fleetdns");
    driver.put("version", version);
    driver.put("rules", rules.stream().map(Sarif::rule).toList());
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver));
    // As Location counts.
    run.put("columnKind", "unicodeCodePoints");
    run.put(
        "results",
        problems.stream().map(problem -> result(problem, rules.indexOf(problem.rule()))).toList());
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return log;
  }

  private static Map<String, Object> rule(String id) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", id);
    sentence(id).ifPresent(sentence -> rule.put("shortDescription", Map.of("text", sentence)));
    return rule;
  }

  private static Optional<String> sentence(String id) {
    return Rules.all().stream().filter(r -> r.id().equals(id)).map(Rule::says).findFirst();
  }

  private static Map<String, Object> result(Problem problem, int rule) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", problem.rule());
    result.put("ruleIndex", rule);
    result.put("level", problem.isError() ? "error" : "warning");
    result.put("message", Map.of("text", problem.sentence()));
    result.put("locations", List.of(location(problem)));
    return result;
  }

  private static Map<String, Object> location(Problem problem) {
    Location at = problem.location();
    Map<String, Object> location = new LinkedHashMap<>();
    location.put(
        "physicalLocation",
        Map.of(
            "artifactLocation",
            Map.of("uri", uri(at.source())),
            "region",
            Map.of("startLine", at.line(), "startColumn", at.column())));
    problem
        .subject()
        .ifPresent(
            subject ->
                location.put("logicalLocations", List.of(Map.of("fullyQualifiedName", subject))));
    return location;
  }

  /** A path as a reference; relative ones stay so, which is how code scanning finds them. */
  private static String uri(String source) {
    try {
      String path = source.replace('\\', '/').replaceFirst("^(\\./)+", "");
      return path.startsWith("/")
          ? new URI("file", "", path, null).toASCIIString()
          : new URI(null, null, "./" + path, null).toASCIIString().substring("./".length());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(source, e);
    }
  }
}
