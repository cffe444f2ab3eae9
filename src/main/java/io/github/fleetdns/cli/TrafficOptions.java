package io.github.fleetdns.cli;

import io.github.fleetdns.answer.Question;
import io.github.fleetdns.input.ZoneInput;
import io.github.fleetdns.traffic.Capacity;
import io.github.fleetdns.traffic.Population;
import io.github.fleetdns.traffic.TrafficModel;
import io.github.fleetdns.zone.HostedZone;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The file and the options of commands that look at traffic: of what, by whom, and how much. */
final class TrafficOptions {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      defaultValue = "fleet.yaml",
      description =
          "Fleet files, or Terraform: JSON, a directory of it, a plan, a state; several if a zone"
              + " is in several stacks; - is standard"
              + " input (default: ${DEFAULT-VALUE}).")
  private List<Path> files = List.of();

  @Mixin private ServiceOption service = new ServiceOption();

  @Mixin private PopulationOption clients = new PopulationOption();

  @Option(
      names = "--demand",
      paramLabel = "N",
      converter = DemandConverter.class,
      description =
          "Requests per second that clients make of a name, in the unit of the endpoints'"
              + " capacity.")
  private @Nullable BigFraction demand;

  /** What is looked at. */
  List<Path> files() {
    return files;
  }

  /** What messages call them. */
  String source() {
    return FileList.name(files);
  }

  /** Which names are looked at. */
  ServiceOption service() {
    return service;
  }

  /**
   * The names of these zones that are looked at, and who asks for them.
   *
   * @throws InvalidInputException if the clients' file has errors, which the terminal then shows
   */
  List<InputWorld.Name> names(List<ZoneInput> zones, Terminal terminal)
      throws InvalidInputException {
    List<InputWorld.Names> names = new ArrayList<>();
    for (ZoneInput zone : zones) {
      List<Question> questions = service.questions(zone);
      if (!questions.isEmpty()) {
        names.add(new InputWorld.Names(zone, questions, population(zone.zone(), terminal)));
      }
    }
    return InputWorld.of(zones, clients.isInVpc()).names(names);
  }

  /**
   * The clients of a zone.
   *
   * @throws InvalidInputException if their file has errors, which the terminal then shows
   */
  private Population population(HostedZone zone, Terminal terminal) throws InvalidInputException {
    return clients.of(zone, terminal);
  }

  /** What the servers can do, and what is asked of them. */
  Capacity capacity(TrafficModel model) {
    return Capacity.of(model.servers(), Optional.ofNullable(demand));
  }
}
