package io.github.fleetdns.report;

import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.table.TextTable;
import io.github.fleetdns.zone.HostedZone;
import java.util.List;

/** Many zones at a glance. */
public final class ZoneTable {
  /** From this many on zones are a table rather than a sentence. */
  public static final int MANY = 4;

  private final TextTable table = new TextTable("ZONE", "VISIBILITY", ">RECORD SETS", "PROBLEMS");

  /** Adds a zone and what is wrong with it. */
  public void add(HostedZone zone, List<Problem> problems) {
    table.add(
        zone.name().toString(),
        zone.isPrivate() ? "private" : "public",
        Integer.toString(zone.recordSets().size()),
        ProblemReport.count(problems));
  }

  /** The lines, as {@link TextTable#lines(int)} gives them. */
  public List<String> lines(int columns) {
    return table.lines(columns);
  }
}
