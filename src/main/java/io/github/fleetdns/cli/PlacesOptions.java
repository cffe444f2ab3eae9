package io.github.fleetdns.cli;

import io.github.fleetdns.dns.ClientFile;
import io.github.fleetdns.dns.ClientPlaces;
import io.github.fleetdns.input.LatencyFile;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.report.ProblemReport;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where clients are. */
final class PlacesOptions {
  @Option(
      names = "--clients",
      paramLabel = "FILE",
      description =
          "Where clients are: lines such as 203.0.113.0/24,DE, or a database in MaxMind's format.")
  private @Nullable Path clients;

  @Option(
      names = "--latency-file",
      paramLabel = "FILE",
      description = "Measured milliseconds as CSV: client place, region, ms.")
  private @Nullable Path latencies;

  /** Where clients are; empty, after saying why, if a file has errors. */
  Optional<ClientPlaces> places(Terminal terminal) {
    ClientPlaces places = ClientPlaces.UNKNOWN;
    boolean broken = false;
    if (clients != null) {
      ClientFile read = ClientFile.read(clients);
      terminal.problems(ProblemReport.brief(read.problems()));
      broken = read.hasErrors();
      places = read.places();
    }
    if (latencies != null) {
      LatencyFile file = LatencyFile.read(latencies);
      terminal.problems(ProblemReport.brief(file.problems()));
      broken |= file.problems().stream().anyMatch(Problem::isError);
      places = measured(places, file);
    }
    return broken ? Optional.empty() : Optional.of(places);
  }

  private static ClientPlaces measured(ClientPlaces places, LatencyFile file) {
    return (address, length) -> {
      ClientPlaces.Place place = places.locate(address, length);
      return new ClientPlaces.Place(file.apply(place.client()), place.length());
    };
  }
}
