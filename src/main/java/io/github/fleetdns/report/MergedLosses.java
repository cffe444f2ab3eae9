package io.github.fleetdns.report;

import io.github.fleetdns.traffic.Capacity;
import io.github.fleetdns.traffic.Loss;
import io.github.fleetdns.traffic.Outlook;
import io.github.fleetdns.traffic.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The losses of a name as people read them: those that come to the same in one row, the worst
 * first, and those that move nothing counted.
 *
 * @param rows the rows
 * @param without how many losses move nothing
 */
record MergedLosses(List<Row> rows, long without) {
  /**
   * As many names are read in a row; of more, one less is written and how many there are besides.
   */
  static final int MAX_NAMES = 4;

  /** Losses that come to the same. */
  record Row(List<Scenario> scenarios, Badness badness) {
    Scenario first() {
      return scenarios.get(0);
    }

    String title() {
      return titles(scenarios.stream().map(Scenario::loss).toList());
    }
  }

  /**
   * Worst first, by what a loss adds to what is so with nothing lost: clients without service, then
   * load that no server has the capacity for; of equals, the one with the fullest server.
   */
  private record Badness(BigFraction without, BigFraction overload, BigFraction used)
      implements Comparable<Badness> {
    @Override
    public int compareTo(Badness other) {
      int first = other.without.compareTo(without);
      int second = first != 0 ? first : other.overload.compareTo(overload);
      return second != 0 ? second : other.used.compareTo(used);
    }
  }

  /** The losses that an outlook has looked at. */
  static MergedLosses of(Outlook outlook) {
    Map<List<Object>, List<Scenario>> same = new LinkedHashMap<>();
    long without = 0;
    for (Scenario scenario : outlook.losses()) {
      if (scenario.failed().signum() == 0 && scenario.total().equals(outlook.normal().total())) {
        without++;
      } else {
        List<Object> key =
            List.of(
                scenario.total(),
                scenario.failed(),
                scenario.clients(),
                outlook.capacity().fullest(scenario).map(Capacity.Use::server));
        same.computeIfAbsent(key, k -> new ArrayList<>()).add(scenario);
      }
    }
    List<Row> rows =
        same.values().stream()
            .map(scenarios -> new Row(scenarios, badness(outlook, scenarios.get(0))))
            .sorted(Comparator.comparing(Row::badness))
            .toList();
    return new MergedLosses(rows, without);
  }

  private static Badness badness(Outlook outlook, Scenario scenario) {
    return new Badness(
        scenario.failed().add(scenario.unanswered()),
        outlook.capacity().overload(scenario),
        outlook
            .capacity()
            .fullest(scenario)
            .map(Capacity.Use::utilisation)
            .orElse(BigFraction.ZERO));
  }

  /** How many move nothing, as a sentence; empty if none. */
  String sentence() {
    if (without == 0) {
      return "";
    }
    if (rows.isEmpty()) {
      return "None of the " + without + " losses moves traffic.";
    }
    return without == 1 ? "One other loss moves nothing." : without + " other losses move nothing.";
  }

  /**
   * The first as it is called; what has its name too, as what it is of that. Of many, the first.
   */
  static String titles(List<Loss> losses) {
    Loss first = losses.get(0);
    List<String> titles =
        losses.stream()
            .limit(MAX_NAMES + 1)
            .map(
                loss ->
                    !loss.equals(first) && loss.name().equals(first.name())
                        ? "its " + loss.kind().word()
                        : loss.title())
            .toList();
    return enumerated(titles, losses.size());
  }

  /**
   * The names, or the first of them and how many there are besides.
   *
   * @param names the names, at least the first {@link #MAX_NAMES}
   * @param count how many there are in all
   */
  static String enumerated(List<String> names, int count) {
    return count <= MAX_NAMES
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MAX_NAMES - 1))
            + " and "
            + (count - MAX_NAMES + 1)
            + " more";
  }
}
