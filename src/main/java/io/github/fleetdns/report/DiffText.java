package io.github.fleetdns.report;

import io.github.fleetdns.table.TextTable;
import io.github.fleetdns.text.ShellCommand;
import io.github.fleetdns.text.ShellLine;
import io.github.fleetdns.traffic.ClientView;
import io.github.fleetdns.traffic.Flow;
import io.github.fleetdns.traffic.NameChange;
import io.github.fleetdns.traffic.Range;
import io.github.fleetdns.traffic.Scenario;
import io.github.fleetdns.traffic.ServiceComparison;
import io.github.fleetdns.traffic.Shift;
import io.github.fleetdns.traffic.TripUp;
import io.github.fleetdns.traffic.ZoneComparison;
import io.github.fleetdns.zone.RecordSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a change does to a zone's traffic, for people. */
public final class DiffText {
  private static final int MAX_ROWS = 20;
  private static final int MAX_PLACES = 4;

  private static final String ARROW = " → ";

  private final ZoneComparison comparison;
  private final List<TripUp> tripUps;
  private final List<ChangeNotes.Note> notes;
  private final ShellCommand terraform;
  private final boolean isLast;
  private final Page page = new Page();

  private DiffText(
      ZoneComparison comparison,
      List<TripUp> tripUps,
      List<ChangeNotes.Note> notes,
      ShellCommand terraform,
      boolean isLast) {
    this.comparison = comparison;
    this.tripUps = tripUps;
    this.notes = notes;
    this.terraform = terraform;
    this.isLast = isLast;
  }

  /**
   * The page.
   *
   * @param notes what it does beside moving traffic
   * @param terraform how Terraform is called in commands
   * @param isLast whether no other zone of that Terraform has anything to stumble over after it
   */
  public static Page page(
      ZoneComparison comparison,
      List<TripUp> tripUps,
      List<ChangeNotes.Note> notes,
      ShellCommand terraform,
      boolean isLast) {
    DiffText text = new DiffText(comparison, tripUps, notes, terraform, isLast);
    text.write();
    return text.page;
  }

  private void write() {
    page.heading(3, (comparison.isPrivate() ? "Private zone " : "Zone ") + comparison.zone());
    if (comparison.isNothing() && tripUps.isEmpty()) {
      page.line(notes.isEmpty() ? "Nothing changes." : "No answer changes.");
      notes.forEach(note -> page.itemApart(note.says()));
      return;
    }
    comparison.services().forEach(this::service);
    if (comparison.services().isEmpty() && !comparison.routed().isEmpty()) {
      page.line("Record sets of routed names change that are not shown here.");
    }
    moves();
    names();
    tripUps();
    notes.forEach(note -> page.itemApart(note.says()));
  }

  // ---- services ----

  private void service(ServiceComparison service) {
    String name = service.question().toString();
    if (service.isNothing()) {
      page.heading(4, name + ": the traffic stays as it is, whatever single thing is lost");
      remarks(service);
      return;
    }
    page.heading(
        4,
        name
            + ": "
            + (service.moved().signum() == 0
                ? service.normal().flows().isEmpty()
                    ? "normally, no traffic moves"
                    : "normally, no traffic moves that is counted, but that of clients whom the zone"
                        + " names"
                : Amounts.percent(service.moved()) + " of the traffic moves"));
    Range moved = service.normal().movedBounds();
    if (!moved.isExact()) {
      page.line(
          "Either: "
              + Amounts.range(moved)
              + " moves, as estimated latencies do not tell all regions apart; measured ones narrow"
              + " that (--latency-file).");
    }
    if (!service.normal().flows().isEmpty()) {
      TextTable table = new TextTable("FROM", "TO", ">SHARE", "WHOSE");
      service.normal().flows().stream().limit(MAX_ROWS).forEach(flow -> add(flow, table));
      page.table(table);
      more(service.normal().flows().size());
    }
    if (service.changesTtl()) {
      page.line("TTL: " + seconds(service.ttlBefore()) + ARROW + seconds(service.ttlAfter()) + ".");
    }
    losses(service);
    Shift worst = service.worst();
    if (worst.newlyWithout().signum() > 0) {
      page.strong(
          "Newly without service: "
              + Amounts.percent(worst.newlyWithout())
              + " of the traffic, "
              + worst.loss().when()
              + ".");
    }
    remarks(service);
  }

  private void remarks(ServiceComparison service) {
    zones(service).ifPresent(sentence -> page.line("Note: " + sentence + "."));
    service.unverified().forEach(sentence -> page.line("Not verified: " + sentence + "."));
    service.remarks().forEach(remark -> page.line("Note: " + remark + "."));
  }

  /** Who answers, where it is not just the zone that this is about. */
  private Optional<String> zones(ServiceComparison service) {
    String before = TrafficText.zones(service.zonesBefore());
    String after = TrafficText.zones(service.zonesAfter());
    boolean plain =
        Stream.concat(service.zonesBefore().stream(), service.zonesAfter().stream())
            .allMatch(
                zone ->
                    zone.name().equals(comparison.zone())
                        && zone.isPrivate() == comparison.isPrivate());
    return plain
        ? Optional.empty()
        : Optional.of(
            before.equals(after)
                ? "answered by " + after
                : "answered by " + before + " before, by " + after + " afterwards");
  }

  private void more(int rows) {
    if (rows > MAX_ROWS) {
      page.line("… and " + (rows - MAX_ROWS) + " more (--format json has them all)");
    }
  }

  private static void add(Flow flow, TextTable table) {
    // Whom nobody counts is named where nobody else is.
    List<Flow.Place> counted =
        flow.places().stream().filter(place -> place.group().isCounted()).toList();
    List<Flow.Place> places = counted.isEmpty() ? flow.places() : counted;
    String whose =
        places.stream()
            .limit(MAX_PLACES)
            .map(place -> place.group().title() + " " + Amounts.percent(place.share()))
            .collect(Collectors.joining(", "));
    int rest = places.size() - MAX_PLACES;
    table.add(
        flow.from().title(),
        flow.to().title(),
        Amounts.percent(flow.share()),
        whose + (rest > 0 ? ", … and " + ProblemReport.plural(rest, "place") : ""));
  }

  /** Only what differs from the normal situation is worth a row. */
  private void losses(ServiceComparison service) {
    Map<List<Object>, List<Shift>> same = new LinkedHashMap<>();
    int asNormally = 0;
    int nothing = 0;
    for (Shift shift : service.losses()) {
      if (isAsNormally(shift, service.normal())) {
        asNormally++;
      } else if (shift.isNothing()) {
        nothing++;
      } else {
        List<Object> key =
            List.of(
                shift.flows(),
                without(shift.before()),
                without(shift.after()),
                failover(shift.before().clients()),
                failover(shift.after().clients()));
        same.computeIfAbsent(key, k -> new ArrayList<>()).add(shift);
      }
    }
    if (same.isEmpty()) {
      others(asNormally, nothing, "");
      return;
    }
    page.line("With something lost, this differs:");
    TextTable table = new TextTable("LOST", ">MOVES", "MOST OF IT", ">NO SERVICE", ">FAILOVER");
    same.values().stream()
        .sorted(
            Comparator.comparing((List<Shift> shifts) -> shifts.get(0).newlyWithout())
                .thenComparing(shifts -> shifts.get(0).moved())
                .reversed())
        .limit(MAX_ROWS)
        .forEach(shifts -> add(shifts, table));
    page.table(table);
    more(same.size());
    others(asNormally, nothing, "other ");
  }

  /** The losses without a row of their own, so that none is left unsaid. */
  private void others(int asNormally, int nothing, String other) {
    if (asNormally > 0) {
      page.line("Under " + losses(asNormally, other) + ", it is as normally.");
    }
    if (nothing > 0) {
      page.line("Under " + losses(nothing, other) + ", nothing moves.");
    }
  }

  private static String losses(int count, String other) {
    return count == 1 ? "one " + other + "loss" : count + " " + other + "losses";
  }

  private static boolean isAsNormally(Shift shift, Shift normal) {
    return shift.flows().equals(normal.flows())
        && without(shift.before()).equals(without(shift.after()))
        && failover(shift.before().clients()).equals(failover(shift.after().clients()));
  }

  private static void add(List<Shift> shifts, TextTable table) {
    Shift shift = shifts.get(0);
    table.add(
        MergedLosses.titles(shifts.stream().map(Shift::loss).toList()),
        Amounts.percent(shift.moved()),
        shift.flows().stream()
            .findFirst()
            .map(flow -> flow.from().title() + ARROW + flow.to().title())
            .orElse(""),
        change(without(shift.before()), without(shift.after())),
        change(failover(shift.before().clients()), failover(shift.after().clients())));
  }

  private static String change(String before, String after) {
    return before.equals(after) ? before : before + ARROW + after;
  }

  private static String without(Scenario scenario) {
    return Amounts.percent(scenario.unanswered().add(scenario.failed()));
  }

  private static String failover(ClientView clients) {
    return Amounts.failover(clients, "none");
  }

  private static String seconds(OptionalLong seconds) {
    return seconds.isPresent() ? seconds.getAsLong() + " s" : "?";
  }

  // ---- names ----

  private void moves() {
    if (comparison.moves().isEmpty()) {
      return;
    }
    page.heading(4, "Endpoints that stand somewhere else");
    TextTable table = new TextTable("ENDPOINT", "BEFORE", "AFTERWARDS");
    for (ZoneComparison.Move move : comparison.moves()) {
      table.add(
          move.before().name(),
          String.join(", ", new TreeSet<>(move.before().values())),
          String.join(", ", new TreeSet<>(move.after().values())));
    }
    page.table(table);
  }

  private void names() {
    if (comparison.names().isEmpty()) {
      return;
    }
    page.heading(4, "Other names");
    TextTable table = new TextTable("", "NAME", "TYPE", "ANSWER");
    for (NameChange change : comparison.names().subList(0, Math.min(MAX_ROWS, size()))) {
      String before = contents(change.before());
      String after = contents(change.after());
      table.add(
          change.isNew() ? "new" : change.isLost() ? "lost" : "changed",
          change.group().name().toString(),
          change.group().type().name(),
          change.isNew() ? after : change.isLost() ? before : before + ARROW + after);
    }
    page.table(table);
    more(size());
    deletions();
  }

  /** What the provider does not tell (docs/route53.md#terraform-delete). */
  private void deletions() {
    comparison.names().stream()
        .filter(NameChange::isLost)
        .findFirst()
        .ifPresent(
            lost ->
                page.line(
                    "What is lost may stand all the same: the AWS provider takes a deletion that"
                        + " Route 53 refused for done. Ask one of the zone's name servers"
                        + " afterwards: dig "
                        + lost.group().name()
                        + " "
                        + lost.group().type()
                        + " @…"));
  }

  private int size() {
    return comparison.names().size();
  }

  private static String contents(List<RecordSet> sets) {
    return sets.stream().map(DiffText::content).collect(Collectors.joining("; "));
  }

  private static String content(RecordSet set) {
    Optional<String> alias = set.alias().map(a -> "→ " + a.target().title());
    return alias.orElseGet(() -> String.join(", ", set.values()) + " (" + seconds(set.ttl()) + ")");
  }

  // ---- Terraform ----

  private void tripUps() {
    if (tripUps.isEmpty()) {
      return;
    }
    page.heading(4, "What Terraform will stumble over");
    // All of them, for a step that is left out would leave a gap.
    List<List<ShellLine>> steps = TripUpSteps.of(tripUps, terraform, isLast);
    for (int i = 0; i < tripUps.size(); i++) {
      page.commands(TripUpText.what(tripUps.get(i)), steps.get(i));
    }
  }
}
