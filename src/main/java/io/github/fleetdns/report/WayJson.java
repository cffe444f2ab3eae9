package io.github.fleetdns.report;

import io.github.fleetdns.change.Action;
import io.github.fleetdns.change.Gap;
import io.github.fleetdns.change.Way;
import io.github.fleetdns.zone.DomainName;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What Terraform's way comes to, as {@code docs/diff.schema.json} describes it. */
final class WayJson {
  private WayJson() {}

  /** The way. */
  static Map<String, Object> of(Way way, WaySteps.Commands commands) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("verdict", way.verdict().code());
    json.put("what", WayText.line(way));
    json.put("calls", way.calls());
    json.put("reasons", way.reasons().stream().map(WayJson::reason).toList());
    json.put("gaps", way.gaps().stream().map(WayJson::gap).toList());
    json.put("steps", WaySteps.lines(way, commands));
    return json;
  }

  private static Map<String, Object> reason(Way.Reason reason) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", reason.clash().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.put("what", reason.clash().what());
    json.put("certain", reason.clash().isCertain());
    json.put("first", reason.first().map(Action::title).orElse(null));
    json.put("then", reason.then().map(Action::title).orElse(null));
    return json;
  }

  private static Map<String, Object> gap(Gap gap) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", gap.name().toString());
    json.put("type", gap.type().name());
    json.put("who", gap.who());
    json.put("unanswered", gap.isUnanswered());
    json.put("certain", gap.isCertain());
    json.put("calls", gap.calls());
    json.put("seconds", gap.seconds());
    json.put("cachedSeconds", gap.cachedSeconds());
    json.put("reaches", gap.reaches().stream().map(DomainName::toString).toList());
    return json;
  }
}
