package io.github.fleetdns.report;

import io.github.fleetdns.text.ShellCommand;
import io.github.fleetdns.text.ShellLine;
import io.github.fleetdns.traffic.Bounds;
import io.github.fleetdns.traffic.Flow;
import io.github.fleetdns.traffic.Loss;
import io.github.fleetdns.traffic.NameChange;
import io.github.fleetdns.traffic.Scenario;
import io.github.fleetdns.traffic.ServiceComparison;
import io.github.fleetdns.traffic.Shift;
import io.github.fleetdns.traffic.TripUp;
import io.github.fleetdns.traffic.ZoneComparison;
import io.github.fleetdns.zone.RecordSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a change does to a zone, as {@code docs/diff.schema.json} describes it. */
public final class DiffJson {
  private DiffJson() {}

  /**
   * A zone's changes.
   *
   * @param terraform how Terraform is called in commands
   * @param isLast whether no other zone of that Terraform has anything to stumble over after it
   */
  public static Map<String, Object> of(
      ZoneComparison comparison, List<TripUp> tripUps, ShellCommand terraform, boolean isLast) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("zone", comparison.zone().toString());
    json.put("visibility", comparison.isPrivate() ? "private" : "public");
    json.put("changes", !comparison.isNothing());
    json.put("services", comparison.services().stream().map(DiffJson::service).toList());
    json.put("moved", comparison.moves().stream().map(DiffJson::move).toList());
    json.put("names", comparison.names().stream().map(DiffJson::name).toList());
    json.put("routed", comparison.routed().stream().map(DiffJson::name).toList());
    List<List<ShellLine>> steps = TripUpSteps.of(tripUps, terraform, isLast);
    json.put(
        "terraform",
        IntStream.range(0, tripUps.size())
            .mapToObj(i -> tripUp(tripUps.get(i), steps.get(i)))
            .toList());
    return json;
  }

  private static Map<String, Object> service(ServiceComparison service) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", service.question().name().toString());
    json.put("type", service.question().type().map(Enum::name).orElse(null));
    json.put("changes", !service.isNothing());
    json.put("zonesBefore", service.zonesBefore().stream().map(TrafficJson::zone).toList());
    json.put("zonesAfter", service.zonesAfter().stream().map(TrafficJson::zone).toList());
    json.put("ttlBefore", orNull(service.ttlBefore()));
    json.put("ttlAfter", orNull(service.ttlAfter()));
    json.put("unverified", service.unverified());
    json.put("remarks", service.remarks());
    json.put("normal", shift(service.normal()));
    json.put(
        "losses",
        service.losses().stream().filter(s -> !s.isNothing()).map(DiffJson::shift).toList());
    return json;
  }

  private static @Nullable Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  private static Map<String, Object> shift(Shift shift) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (shift.loss().kind() != Loss.Kind.NOTHING) {
      json.put("lost", TrafficJson.loss(shift.loss()));
    }
    json.put("moved", TrafficJson.share(shift.moved(), shift.movedBounds()));
    json.put(
        "newlyWithoutService", TrafficJson.share(shift.newlyWithout(), shift.newlyWithoutBounds()));
    json.put("before", situation(shift.before()));
    json.put("after", situation(shift.after()));
    json.put("flows", shift.flows().stream().map(DiffJson::flow).toList());
    return json;
  }

  private static Map<String, Object> situation(Scenario scenario) {
    Map<String, Object> json = new LinkedHashMap<>();
    Bounds bounds = scenario.bounds();
    json.put("unanswered", TrafficJson.share(scenario.unanswered(), bounds.unanswered()));
    json.put("failed", TrafficJson.share(scenario.failed(), bounds.failed()));
    json.putAll(TrafficJson.failover(scenario.clients()));
    return json;
  }

  private static Map<String, Object> flow(Flow flow) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from", TrafficJson.destination(flow.from()));
    json.put("to", TrafficJson.destination(flow.to()));
    json.putAll(TrafficJson.share(flow.share()));
    json.put(
        "places",
        flow.places().stream()
            .map(
                place -> {
                  Map<String, Object> part = new LinkedHashMap<>();
                  part.put("place", place.group().code());
                  part.putAll(TrafficJson.share(place.share()));
                  return part;
                })
            .toList());
    return json;
  }

  private static Map<String, Object> move(ZoneComparison.Move move) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("endpoint", move.before().name());
    json.put("before", List.copyOf(new TreeSet<>(move.before().values())));
    json.put("after", List.copyOf(new TreeSet<>(move.after().values())));
    return json;
  }

  private static Map<String, Object> name(NameChange change) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", change.group().name().toString());
    json.put("type", change.group().type().name());
    json.put("change", change.isNew() ? "new" : change.isLost() ? "lost" : "changed");
    json.put("before", sets(change.before()));
    json.put("after", sets(change.after()));
    return json;
  }

  private static List<Map<String, Object>> sets(List<RecordSet> sets) {
    return sets.stream().map(Json::recordSet).toList();
  }

  private static Map<String, Object> tripUp(TripUp trip, List<ShellLine> steps) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", trip.kind().name().toLowerCase(Locale.ROOT));
    json.put("name", trip.group().name().toString());
    json.put("type", trip.group().type().name());
    json.put("absenceSeconds", trip.absenceSeconds());
    json.put("what", TripUpText.what(trip));
    json.put("steps", steps.stream().map(ShellLine::line).toList());
    return json;
  }
}
