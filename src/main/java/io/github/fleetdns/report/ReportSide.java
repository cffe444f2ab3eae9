package io.github.fleetdns.report;

import io.github.fleetdns.traffic.Outlook;
import java.util.List;

/**
 * What a report is about: the names of a file and what to expect of their traffic. A report that
 * compares has two of them.
 *
 * @param source the file, as the user named it
 * @param names the names that are looked at
 */
public record ReportSide(String source, List<Name> names) {

  /** Copies the list. */
  public ReportSide {
    names = List.copyOf(names);
  }

  /**
   * A name of a zone.
   *
   * @param zone the zone's name
   * @param outlook its traffic normally and under every single loss
   * @param tree the record sets behind it, as lines
   */
  public record Name(String zone, Outlook outlook, List<String> tree) {
    /** Copies the list. */
    public Name {
      tree = List.copyOf(tree);
    }

    String title() {
      return outlook.traffic().question().toString();
    }
  }
}
