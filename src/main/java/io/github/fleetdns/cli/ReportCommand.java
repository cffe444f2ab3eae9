package io.github.fleetdns.cli;

import io.github.fleetdns.answer.TooManyOutcomesException;
import io.github.fleetdns.input.Input;
import io.github.fleetdns.input.ZoneInput;
import io.github.fleetdns.report.PoolMembers;
import io.github.fleetdns.report.ProblemReport;
import io.github.fleetdns.report.ReportPage;
import io.github.fleetdns.report.ReportSide;
import io.github.fleetdns.report.RouteTree;
import io.github.fleetdns.report.WayText;
import io.github.fleetdns.traffic.Outlook;
import io.github.fleetdns.traffic.ServiceTraffic;
import io.github.fleetdns.traffic.TrafficModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleetdns report}: the traffic as a page with a map. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Writes one HTML file that opens offline in any browser: a world map of who serves whom, where"
          + " endpoints can be failed by a click, with shares, utilisation and every loss.",
      "A plan is shown with what was before it."
    },
    footer = {"", "Example: fleetdns report fleet.yaml --demand 1200 -o report.html"})
final class ReportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private TrafficOptions traffic = new TrafficOptions();

  @Option(
      names = "--against",
      paramLabel = "OLD",
      description = "What was before, as FILE: the page then shows before, after and what moves.")
  private @Nullable Path against;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "PAGE",
      defaultValue = "report.html",
      description = "The file to write (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("report.html");

  ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path old = against;
    List<ReportSide> sides = new ArrayList<>();
    boolean hasErrors = false;
    try {
      Optional<Input> before = Optional.ofNullable(old).map(FileList::of).map(this::read);
      Input input = read(traffic.files());
      hasErrors = input.hasErrors() || before.filter(Input::hasErrors).isPresent();
      if (old == null || before.isEmpty()) {
        sides.addAll(planned(input));
      } else {
        List<ZoneInput> zones = before.get().zones();
        sides.add(required(old.toString(), beside(zones, input.zones())));
        sides.add(required(traffic.source(), beside(input.zones(), zones)));
      }
      String page;
      try (Progress progress =
          Progress.start(terminal, "Failing endpoints", ReportPage.steps(sides))) {
        page = ReportPage.of(sides, way(before, input), terminal.hidden(), progress::step);
      }
      WrittenFile.write(output, page.getBytes(StandardCharsets.UTF_8));
    } catch (InvalidInputException e) {
      return ExitCode.INPUT;
    } catch (TooManyOutcomesException e) {
      terminal.say(String.valueOf(e.getMessage()));
      return ExitCode.INPUT;
    } catch (IOException e) {
      terminal.say(
          "cannot write " + output + ": " + WrittenFile.reason(e) + "; -o names another place");
      return ExitCode.ENVIRONMENT;
    }
    terminal.print("Wrote " + output + "; open it in a browser.");
    return hasErrors ? ExitCode.INPUT : ExitCode.OK;
  }

  /** Whether Terraform gets from one side to the other, if there are two. */
  private static Optional<String> way(Optional<Input> before, Input input) {
    if (before.isEmpty() && input.before().isEmpty()) {
      return Optional.empty();
    }
    List<ZoneInput> old = before.map(Input::zones).orElseGet(input::before);
    return Optional.of(
        WayText.line(new WayOptions().way(old, input.zones(), input.changes()).way()));
  }

  /** Of a fleet and its Terraform, both are shown with the fleet's endpoints. */
  private static List<ZoneInput> beside(List<ZoneInput> zones, List<ZoneInput> others) {
    return zones.stream().map(zone -> zone.beside(others)).toList();
  }

  private Input read(List<Path> paths) {
    Input input = SensitiveOption.readHidden(terminal, paths);
    terminal.problems(ProblemReport.brief(input.problems()));
    return input;
  }

  /** A plan is shown with what was before it, if there was anything; so is one that destroys. */
  private List<ReportSide> planned(Input input) throws InvalidInputException {
    String file = traffic.source();
    Optional<ReportSide> before = side(file + " before it is applied", input.before());
    if (before.isEmpty()) {
      return List.of(required(file, input.zones()));
    }
    Optional<ReportSide> after = side(file, input.zones());
    if (after.isEmpty()) {
      terminal.say(file + " leaves no routed name; the page shows what is before it is applied");
    }
    return Stream.concat(before.stream(), after.stream()).toList();
  }

  private ReportSide required(String source, List<ZoneInput> zones) throws InvalidInputException {
    Optional<ReportSide> side = side(source, zones);
    if (side.isEmpty() && !zones.isEmpty()) {
      List<String> lines = new ArrayList<>(traffic.service().nothing(zones));
      lines.set(0, source + ": " + lines.get(0));
      terminal.say(lines);
    }
    return side.orElseThrow(InvalidInputException::new);
  }

  private Optional<ReportSide> side(String source, List<ZoneInput> zones)
      throws InvalidInputException {
    List<ReportSide.Name> names = new ArrayList<>();
    for (InputWorld.Name name : traffic.names(zones, terminal)) {
      names.add(name(name, zones.size() > 1));
    }
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ReportSide(
                source,
                names,
                PoolMembers.of(zones.stream().flatMap(z -> z.fleets().stream()).toList()),
                residency(zones)));
  }

  private static List<ReportSide.Residency> residency(List<ZoneInput> zones) {
    return ResidencyCheck.proofs(zones).stream()
        .map(proof -> new ReportSide.Residency(proof.holds(), ResidencyCheck.sentence(proof)))
        .toList();
  }

  private ReportSide.Name name(InputWorld.Name name, boolean several) {
    TrafficModel model = name.model();
    ServiceTraffic served = model.of(name.question(), name.population());
    return new ReportSide.Name(
        model.zone().name().toString(),
        several && model.zone().isPrivate(),
        new Outlook(served, traffic.capacity(model), served.under(model.singleLosses(), () -> {})),
        RouteTree.of(model.zone(), name.question().name()));
  }
}
