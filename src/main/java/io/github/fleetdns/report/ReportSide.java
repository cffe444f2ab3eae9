package io.github.fleetdns.report;

import io.github.fleetdns.traffic.Outlook;
import java.util.List;
import java.util.Map;

/**
 * What a report is about: the names of a file and what to expect of their traffic. A report that
 * compares has two of them.
 *
 * @param source the file, as the user named it
 * @param names the names that are looked at
 * @param pools the pool that an endpoint belongs to, by the endpoint's name
 * @param residency what was proved about where traffic stays
 */
public record ReportSide(
    String source, List<Name> names, Map<String, String> pools, List<Residency> residency) {

  /** Copies the lists. */
  public ReportSide {
    names = List.copyOf(names);
    pools = Map.copyOf(pools);
    residency = List.copyOf(residency);
  }

  /** Without pools, and with nothing said about residency. */
  public ReportSide(String source, List<Name> names) {
    this(source, names, Map.of(), List.of());
  }

  /**
   * What was proved about where the traffic of a place stays.
   *
   * @param holds whether it stays there
   * @param sentence what stays, or what breaks it, without a full stop
   */
  public record Residency(boolean holds, String sentence) {}

  /**
   * A name of a zone.
   *
   * @param zone the zone's name
   * @param inside whether it is looked at from the VPCs of this private zone, beside others
   * @param outlook its traffic normally and under every single loss
   * @param tree the record sets behind it, as lines
   */
  public record Name(String zone, boolean inside, Outlook outlook, List<String> tree) {
    /** Copies the list. */
    public Name {
      tree = List.copyOf(tree);
    }

    String title() {
      return outlook.traffic().question() + (inside ? " in VPCs of " + zone : "");
    }
  }
}
