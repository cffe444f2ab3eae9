package io.github.fleetdns.dns;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often was asked for what, and what was answered. Safe for use by several threads. */
final class QueryLog {
  /** Names that are made up are many; the counts of what comes after so many rows are one. */
  private static final int MAX_ROWS = 10_000;

  private final Map<Row, LongAdder> counts = new ConcurrentHashMap<>();

  /** What is counted together. */
  private record Row(String name, String type, String answer) {}

  /** The counter of an answer. */
  LongAdder counter(String name, String type, String answer) {
    Row row = new Row(name, type, answer);
    LongAdder counter = counts.get(row);
    if (counter != null) {
      return counter;
    }
    Row counted = counts.size() < MAX_ROWS ? row : new Row("(other names)", "", "");
    return counts.computeIfAbsent(counted, key -> new LongAdder());
  }

  /** What was counted, by name, type and falling count. */
  List<QueryCount> counts() {
    return counts.entrySet().stream()
        .map(
            entry ->
                new QueryCount(
                    entry.getKey().name(),
                    entry.getKey().type(),
                    entry.getKey().answer(),
                    entry.getValue().sum()))
        .filter(count -> count.count() > 0)
        .sorted(
            Comparator.comparing(QueryCount::name)
                .thenComparing(QueryCount::type)
                .thenComparing(Comparator.comparingLong(QueryCount::count).reversed())
                .thenComparing(QueryCount::answer))
        .toList();
  }
}
