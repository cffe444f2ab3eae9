package io.github.fleetdns.cli;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.geo.AwsRegions;
import io.github.fleetdns.input.LatencyFile;
import io.github.fleetdns.report.ProblemReport;
import io.github.fleetdns.traffic.ClientGroup;
import io.github.fleetdns.traffic.ClientsFile;
import io.github.fleetdns.traffic.Population;
import io.github.fleetdns.zone.HostedZone;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The option that says whose traffic it is. */
final class PopulationOption {
  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

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

  @Option(
      names = "--vpc-region",
      paramLabel = "REGION",
      description =
          "The clients are in a VPC of this region: private zones answer first. Without it public"
              + " zones answer the internet and private ones their VPCs, side by side.")
  private @Nullable String vpcRegion;

  @Option(
      names = "--vpc",
      paramLabel = "ID",
      description = "The id of the VPC that the clients are in, where the zones name theirs.")
  private @Nullable String vpc;

  /** Whether it is said from which VPC clients ask. */
  boolean isInVpc() {
    return vpcRegion != null || vpc != null;
  }

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
      return isInVpc() ? inVpc() : Population.of(zone);
    }
    ClientsFile read = ClientsFile.read(given, zone.isPrivate() && !isInVpc());
    terminal.problems(ProblemReport.lines(read.problems()));
    return read.population().orElseThrow(InvalidInputException::new).map(this::placed);
  }

  private Population inVpc() {
    String title =
        Optional.ofNullable(vpc).map(id -> "the VPC " + id).orElse("a VPC")
            + Optional.ofNullable(vpcRegion).map(region -> " in " + region).orElse("");
    String code = vpc == null ? Optional.ofNullable(vpcRegion).orElse("VPC") : vpc;
    // What is not answered by a private zone is asked from the region's own place.
    Client there =
        known() ? Client.inRegion(Optional.ofNullable(vpcRegion).orElseThrow()) : Client.UNKNOWN;
    return new Population(
        "clients in " + title,
        List.of(new ClientGroup(code, title, placed(there), BigFraction.ONE)));
  }

  private boolean known() {
    if (vpcRegion == null) {
      return false;
    }
    if (AwsRegions.of(vpcRegion).isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--vpc-region: \"" + vpcRegion + "\" is no AWS region, such as eu-central-1");
    }
    return true;
  }

  private Client placed(Client client) {
    Client in =
        known() ? client.withVpcRegion(Optional.ofNullable(vpcRegion).orElseThrow()) : client;
    return vpc == null ? in : in.withVpc(vpc);
  }
}
