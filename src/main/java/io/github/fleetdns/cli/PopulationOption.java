package io.github.fleetdns.cli;

import io.github.fleetdns.input.LatencyFile;
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
  private @Nullable Path clients;

  @Option(
      names = "--latency-file",
      paramLabel = "FILE",
      description =
          "Measured milliseconds as CSV: client place, region, ms, such as DE,eu-central-1,12.5."
              + " They stand above every estimate.")
  private @Nullable Path latencies;

  /**
   * The clients of a zone.
   *
   * @throws InvalidInputException if a file has errors, which the terminal then shows
   */
  Population of(HostedZone zone, Terminal terminal) throws InvalidInputException {
    Population population = whose(zone, terminal);
    Path file = latencies;
    if (file == null) {
      return population;
    }
    LatencyFile measured = LatencyFile.read(file);
    terminal.problems(ProblemReport.brief(measured.problems()));
    if (!measured.problems().isEmpty()) {
      throw new InvalidInputException();
    }
    return population.map(measured::apply);
  }

  private Population whose(HostedZone zone, Terminal terminal) throws InvalidInputException {
    Path given = clients;
    if (given == null) {
      return Population.of(zone);
    }
    ClientsFile read = ClientsFile.read(given, zone.isPrivate());
    terminal.problems(ProblemReport.lines(read.problems()));
    return read.population().orElseThrow(InvalidInputException::new);
  }
}
