package io.github.fleetdns.cli;

import io.github.fleetdns.report.ProblemReport;
import io.github.fleetdns.traffic.ClientsFile;
import io.github.fleetdns.traffic.Population;
import io.github.fleetdns.zone.HostedZone;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says whose traffic it is. */
final class PopulationOption {
  @Option(
      names = "--clients",
      paramLabel = "FILE",
      description =
          "Who asks, as CSV of place and weight, such as counts from query logs: DE,1200 or"
              + " US-CA,800 or 198.51.100.0/24,15. Without it: the world's people by country or,"
              + " of a private zone, its VPCs.")
  private @Nullable Path file;

  /**
   * The clients of a zone.
   *
   * @throws InvalidInputException if the file has errors, which the terminal then shows
   */
  Population of(HostedZone zone, Terminal terminal) throws InvalidInputException {
    Path given = file;
    if (given == null) {
      return Population.of(zone);
    }
    ClientsFile read = ClientsFile.read(given, zone.isPrivate());
    terminal.problems(ProblemReport.lines(read.problems()));
    return read.population().orElseThrow(InvalidInputException::new);
  }
}
