package io.github.fleetdns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The anchors of docs/route53.md, and when what stands there was last looked at. */
final class RouteSpec {
  private static final Path PAGE = Path.of("docs/route53.md");
  private static final Pattern ANCHOR = Pattern.compile("<a id=\"([a-z0-9-]+)\"></a>");
  private static final Pattern DATE = Pattern.compile("\\| (20\\d\\d-\\d\\d-\\d\\d) \\|");
  private static final Pattern HEADING = Pattern.compile("^(#+) .*");

  private final Map<String, LocalDate> dates = new HashMap<>();
  private final Set<String> anchors;

  private record Section(int level, List<String> anchors) {}

  private RouteSpec(List<String> lines) {
    Map<String, Boolean> all = new HashMap<>();
    Deque<Section> open = new ArrayDeque<>();
    List<String> before = List.of();
    for (String line : lines) {
      List<String> here =
          ANCHOR.matcher(line).results().map((MatchResult m) -> m.group(1)).toList();
      here.forEach(anchor -> all.put(anchor, true));
      Matcher heading = HEADING.matcher(line);
      Matcher date = DATE.matcher(line);
      if (heading.matches()) {
        int level = heading.group(1).length();
        while (!open.isEmpty() && open.peek().level() >= level) {
          open.pop();
        }
        open.push(new Section(level, before));
      } else if (date.find()) {
        LocalDate day = LocalDate.parse(date.group(1));
        here.forEach(anchor -> note(anchor, day));
        open.forEach(section -> section.anchors().forEach(anchor -> note(anchor, day)));
      }
      if (!line.isBlank()) {
        before = here;
      }
    }
    anchors = Set.copyOf(all.keySet());
  }

  static RouteSpec read() {
    try {
      return new RouteSpec(Files.readAllLines(PAGE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> anchors() {
    return anchors;
  }

  /** The day of the statement that nobody has looked at for longest; of a heading, all below it. */
  LocalDate lookedAt(List<String> wanted) {
    return wanted.stream()
        .map(
            anchor -> {
              LocalDate day = dates.get(anchor);
              if (day == null) {
                throw new NoSuchElementException("nothing with a day at route53.md#" + anchor);
              }
              return day;
            })
        .min(LocalDate::compareTo)
        .orElseThrow();
  }

  private void note(String anchor, LocalDate day) {
    dates.merge(anchor, day, (one, other) -> one.isBefore(other) ? one : other);
  }
}
