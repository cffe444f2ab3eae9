package io.github.fleetdns.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.text.Hidden;
import io.github.fleetdns.text.TerminalText;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON that {@code --format json} prints; its keys are stable. */
public final class Json {
  private static final ObjectWriter WRITER =
      ShownText.mapper(text -> text).writerWithDefaultPrettyPrinter();

  private Json() {}

  /** A value of maps, lists, texts and numbers as JSON, without what is hidden. */
  public static String write(Object value, Hidden hidden) {
    try {
      // What Jackson leaves as it is and a terminal would not.
      return TerminalText.ofLines(
          WRITER.withAttribute(ShownText.HIDDEN, hidden).writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Problems, each with file, line, column, severity, rule and message, and its subject if any. */
  public static List<Map<String, Object>> problems(List<Problem> problems) {
    return problems.stream()
        .map(
            problem -> {
              Map<String, Object> json = new LinkedHashMap<>();
              json.put("file", problem.location().source());
              json.put("line", problem.location().line());
              json.put("column", problem.location().column());
              json.put("severity", problem.severity().word());
              json.put("rule", problem.rule());
              problem.subject().ifPresent(subject -> json.put("subject", subject));
              json.put("message", problem.sentence());
              return json;
            })
        .toList();
  }

  /** A zone: name and record sets. */
  public static Map<String, Object> zone(HostedZone zone) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("zone", zone.name().toString());
    json.put("recordSets", zone.recordSets().stream().map(Json::recordSet).toList());
    return json;
  }

  /** A record set. */
  static Map<String, Object> recordSet(RecordSet set) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", set.name().toString());
    json.put("type", set.type().name());
    set.routing()
        .ifPresent(
            routing -> {
              json.put("setIdentifier", routing.setIdentifier());
              json.put("policy", PolicyText.of(routing.policy()));
              routing.healthCheck().ifPresent(check -> json.put("healthCheck", check));
            });
    if (set.content() instanceof Content.Values values) {
      json.put("ttl", values.ttl());
      json.put("values", values.values());
    }
    set.alias().ifPresent(alias -> json.put("alias", alias.target().title()));
    return json;
  }
}
