package io.github.fleetdns.cli;

import io.github.fleetdns.answer.TooManyOutcomesException;
import io.github.fleetdns.input.Input;
import io.github.fleetdns.report.ProblemReport;
import io.github.fleetdns.report.TrafficJson;
import io.github.fleetdns.report.TrafficText;
import io.github.fleetdns.traffic.Gates;
import io.github.fleetdns.traffic.Loss;
import io.github.fleetdns.traffic.Losses;
import io.github.fleetdns.traffic.Outlook;
import io.github.fleetdns.traffic.ResidencyProof;
import io.github.fleetdns.traffic.Scenario;
import io.github.fleetdns.traffic.ServiceTraffic;
import io.github.fleetdns.traffic.TrafficModel;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleetdns traffic}: who serves whom, normally and with something lost. */
@Command(
    name = "traffic",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Says who serves which part of the world's clients and how full every endpoint is, normally"
          + " and with anything lost: each endpoint, each region, each health check."
    },
    footer = {
      "",
      "Exit code 3 if --max-utilisation or --no-unanswered is exceeded, 1 if residency is broken.",
      "",
      "Example: fleetdns traffic fleet.yaml --service api --demand 1200 --max-utilisation 0.9"
    })
final class TrafficCommand implements Callable<Integer> {
  private final Terminal terminal;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private TrafficOptions traffic = new TrafficOptions();

  @Option(
      names = "--losses",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How many things are lost at once: 0, 1 or 2 (default: ${DEFAULT-VALUE}); with 2, every"
              + " single loss and every pair.")
  private int losses = 1;

  @Option(
      names = "--max-utilisation",
      paramLabel = "X",
      converter = ShareConverter.class,
      description =
          "The gate: no endpoint is used beyond this part of its capacity, such as 0.9 or 90%%.")
  private @Nullable BigFraction maxUtilisation;

  @Option(names = "--no-unanswered", description = "The gate: no client is left without an answer.")
  private boolean noUnanswered;

  @Mixin private StrictOption strict = new StrictOption();

  @Mixin private WideOption wide = new WideOption();

  @Mixin private FormatOption format = new FormatOption();

  @Mixin private SensitiveOption sensitive = new SensitiveOption();

  TrafficCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (losses < 0 || losses > 2) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--losses: 0, 1 or 2, not " + losses);
    }
    Input input = sensitive.read(terminal, traffic.files(), !format.isJson());
    terminal.problems(ProblemReport.brief(input.problems()));
    if (input.zones().isEmpty()) {
      return ExitCode.INPUT;
    }
    List<Outlook> outlooks = new ArrayList<>();
    try {
      outlooks.addAll(outlooks(traffic.names(input.zones(), terminal)));
    } catch (InvalidInputException e) {
      return ExitCode.INPUT;
    } catch (TooManyOutcomesException e) {
      terminal.say(String.valueOf(e.getMessage()));
      return ExitCode.INPUT;
    }
    if (outlooks.isEmpty()) {
      terminal.say(traffic.service().nothing(input.zones()));
      return ExitCode.INPUT;
    }
    List<ResidencyProof> residency = ResidencyCheck.proofs(input.zones());
    Gates gates = new Gates(Optional.ofNullable(maxUtilisation), noUnanswered, strict.isSet());
    List<Gates.Exceeded> exceeded =
        outlooks.stream().flatMap(outlook -> gates.check(outlook).stream()).toList();
    print(outlooks, input.zones().size() > 1, residency, exceeded);
    if (!exceeded.isEmpty()) {
      return ExitCode.GATE;
    }
    boolean broken = residency.stream().anyMatch(proof -> !proof.holds());
    return input.hasErrors() || broken ? ExitCode.INPUT : ExitCode.OK;
  }

  private List<Outlook> outlooks(List<InputWorld.Name> names) {
    long steps = 0;
    IdentityHashMap<TrafficModel, List<Loss>> pairs = new IdentityHashMap<>();
    for (InputWorld.Name name : names) {
      if (maxUtilisation != null && !traffic.capacity(name.model()).isKnown()) {
        throw new CommandLine.ParameterException(
            spec.commandLine(),
            "--max-utilisation: no endpoint of " + name.zone().source() + " has a capacity");
      }
      List<Loss> two =
          pairs.computeIfAbsent(
              name.model(), model -> losses == 2 ? Losses.pairs(model.singleLosses()) : List.of());
      steps += single(name.model()).size() + two.size() + 1;
    }
    List<Outlook> outlooks = new ArrayList<>();
    try (Progress progress = Progress.start(terminal, "Following the traffic", steps)) {
      for (InputWorld.Name name : names) {
        ServiceTraffic served =
            name.model().of(name.question(), name.population().naming(name.zone().zone()));
        progress.step();
        List<Scenario> scenarios =
            new ArrayList<>(served.under(single(name.model()), progress::step));
        // Of many pairs, bounds take more room and time than everything else.
        boolean bounded = strict.isSet() || format.isJson();
        scenarios.addAll(
            served.under(
                pairs.getOrDefault(name.model(), List.of()),
                bounded ? Scenario::withoutGroups : Scenario::sharesOnly,
                progress::step));
        outlooks.add(new Outlook(served, traffic.capacity(name.model()), scenarios));
      }
    }
    return outlooks;
  }

  private List<Loss> single(TrafficModel model) {
    return losses == 0 ? List.of() : model.singleLosses();
  }

  private void print(
      List<Outlook> outlooks,
      boolean several,
      List<ResidencyProof> residency,
      List<Gates.Exceeded> exceeded) {
    if (format.isJson()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("services", outlooks.stream().map(TrafficJson::of).toList());
      json.put("residency", residency.stream().map(TrafficJson::residency).toList());
      json.put("exceeded", exceeded.stream().map(Gates.Exceeded::sentence).toList());
      terminal.json(json);
    } else {
      for (int i = 0; i < outlooks.size(); i++) {
        if (i > 0) {
          terminal.print("");
        }
        terminal.print(TrafficText.lines(outlooks.get(i), several, wide.columns(terminal)));
      }
      if (!residency.isEmpty()) {
        terminal.print("");
      }
      residency.forEach(
          proof -> terminal.print("Residency: " + ResidencyCheck.sentence(proof) + "."));
    }
    exceeded.forEach(gate -> terminal.say(gate.sentence()));
  }
}
