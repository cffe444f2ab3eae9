package io.github.fleetdns.cli;

import io.github.fleetdns.answer.Question;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.answer.TooManyOutcomesException;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.input.Input;
import io.github.fleetdns.input.Servers;
import io.github.fleetdns.input.ZoneInput;
import io.github.fleetdns.report.ChangeNotes;
import io.github.fleetdns.report.DiffJson;
import io.github.fleetdns.report.DiffText;
import io.github.fleetdns.report.Json;
import io.github.fleetdns.report.ProblemReport;
import io.github.fleetdns.report.ZoneTable;
import io.github.fleetdns.terraform.RecordAddress;
import io.github.fleetdns.terraform.read.ResourceChange;
import io.github.fleetdns.terraform.read.TerraformZone;
import io.github.fleetdns.traffic.DiffGates;
import io.github.fleetdns.traffic.Losses;
import io.github.fleetdns.traffic.Population;
import io.github.fleetdns.traffic.TripUp;
import io.github.fleetdns.traffic.TripUps;
import io.github.fleetdns.traffic.ZoneComparison;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fleetdns diff}: whose traffic a change moves, and what Terraform will stumble over. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Says what a change does to the traffic: which share of which countries moves from where to"
          + " where, normally and with anything lost, and what Terraform will stumble over.",
      "OLD and NEW are fleet files or Terraform (JSON, a directory of it, a plan, a state); one of"
          + " them may be - for standard input. Several files of one side, such as the stacks of one"
          + " zone, are written with commas between. A plan alone is compared with what it starts from."
    },
    footer = {
      "",
      "Exit code 3 if --max-shift or --no-new-unanswered is exceeded.",
      "",
      "Examples: fleetdns diff old/fleet.yaml fleet.yaml --max-shift 10%%",
      "          terraform show -json the.plan > plan.json && fleetdns diff plan.json"
    })
final class DiffCommand implements Callable<Integer> {
  private final Terminal terminal;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "What is, or a plan alone; - is standard input.")
  private Path old = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", arity = "0..1", description = "What shall be, or -.")
  private @Nullable Path updated;

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "Looks at one routed name only; all of them if not given.")
  private @Nullable String service;

  @Mixin private PopulationOption clients = new PopulationOption();

  @Option(
      names = "--max-shift",
      paramLabel = "X",
      converter = ShareConverter.OfWhole.class,
      description =
          "The gate: no more than this part of a name's total traffic, clients by their weights,"
              + " moves when nothing is lost, such as 10%% or 0.1. What moves under a loss is"
              + " printed and does not count: a better failover moves more.")
  private @Nullable BigFraction maxShift;

  @Option(
      names = "--no-new-unanswered",
      description =
          "The gate: normally and under any single loss, no more traffic than before is without"
              + " service: unanswered, or sent to what is lost.")
  private boolean noNewUnanswered;

  @Mixin private WideOption wide = new WideOption();

  @Mixin private StrictOption strict = new StrictOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "How to print the result: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); markdown"
              + " makes a comment for a pull request.")
  private Format format = Format.text;

  private enum Format {
    /** For people. */
    text,
    /** For programs. */
    json,
    /** For a pull request. */
    markdown
  }

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** A zone of either side; an empty one where a side does not have it. */
  private record Side(HostedZone zone, Optional<ZoneInput> input) {
    /** Its servers, which the other side may know more of. */
    List<Server> serversBeside(Side other) {
      return servers().toldApart(zone, other.servers()).all();
    }

    private Servers servers() {
      return input.map(ZoneInput::servers).orElse(new Servers(List.of()));
    }
  }

  private record Compared(
      ZoneComparison comparison,
      List<TripUp> tripUps,
      List<ChangeNotes.Note> notes,
      String terraform) {
    boolean isNothing() {
      return comparison.isNothing() && tripUps.isEmpty() && notes.isEmpty();
    }
  }

  /** Two zones of one name are told apart by who sees them: a public one and a private one. */
  private record Identity(DomainName name, boolean isPrivate) {
    static Identity of(ZoneInput input) {
      return new Identity(input.zone().name(), input.zone().isPrivate());
    }
  }

  @Override
  public Integer call() {
    Path next = updated;
    Input first = Input.read(FileList.of(old));
    Input second = next == null ? first : Input.read(FileList.of(next));
    terminal.problems(ProblemReport.brief(first.problems()));
    if (next != null) {
      terminal.problems(ProblemReport.brief(second.problems()));
    } else if (first.hasErrors() && first.zones().isEmpty() && first.before().isEmpty()) {
      return ExitCode.INPUT;
    } else if (first.before().isEmpty() && first.changes().isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          old + " is no plan, which alone has a before and an after: name NEW too");
    }
    List<ZoneInput> before = next == null ? first.before() : first.zones();
    List<ZoneInput> after = second.zones();
    if (first.hasErrors() || second.hasErrors()) {
      if (before.isEmpty() || after.isEmpty()) {
        return ExitCode.INPUT;
      }
    }
    List<Compared> compared = new ArrayList<>();
    try {
      for (Map.Entry<Side, Side> pair : pairs(before, after).entrySet()) {
        compared.add(compare(pair.getKey(), pair.getValue(), second.changes()));
      }
    } catch (InvalidInputException e) {
      return ExitCode.INPUT;
    } catch (TooManyOutcomesException e) {
      terminal.say(String.valueOf(e.getMessage()));
      return ExitCode.INPUT;
    }
    if (service != null && compared.stream().allMatch(c -> c.comparison().services().isEmpty())) {
      terminal.say("neither side routes the name \"" + service + "\"");
      return ExitCode.INPUT;
    }
    DiffGates gates = new DiffGates(Optional.ofNullable(maxShift), noNewUnanswered, strict.isSet());
    List<String> exceeded =
        compared.stream().flatMap(c -> gates.check(c.comparison()).stream()).toList();
    print(compared, exceeded);
    if (!exceeded.isEmpty()) {
      return ExitCode.GATE;
    }
    return first.hasErrors() || second.hasErrors() ? ExitCode.INPUT : ExitCode.OK;
  }

  /** The zones of one identity; a zone that only one side has is compared with an empty one. */
  private static Map<Side, Side> pairs(List<ZoneInput> before, List<ZoneInput> after) {
    Map<Identity, ZoneInput> old = new LinkedHashMap<>();
    before.forEach(zone -> old.putIfAbsent(Identity.of(zone), zone));
    Map<Identity, ZoneInput> now = new LinkedHashMap<>();
    after.forEach(zone -> now.putIfAbsent(Identity.of(zone), zone));
    Map<Side, Side> pairs = new LinkedHashMap<>();
    old.forEach(
        (name, zone) ->
            pairs.put(
                side(zone),
                Optional.ofNullable(now.get(name))
                    .map(DiffCommand::side)
                    .orElseGet(() -> empty(zone))));
    now.forEach(
        (name, zone) -> {
          if (!old.containsKey(name)) {
            pairs.put(empty(zone), side(zone));
          }
        });
    return pairs;
  }

  private static Side side(ZoneInput input) {
    return new Side(input.zone(), Optional.of(input));
  }

  private static Side empty(ZoneInput like) {
    HostedZone zone = like.zone();
    return new Side(
        new HostedZone(
            zone.name(), "", Map.of(), zone.visibility(), List.of(), Map.of(), List.of()),
        Optional.empty());
  }

  private Compared compare(Side before, Side after, List<ResourceChange> changes)
      throws InvalidInputException {
    Population population = clients.of(after.zone(), terminal);
    List<Server> servers = after.serversBeside(before);
    long steps = Losses.single(after.zone(), servers).size();
    try (Progress progress = Progress.start(terminal, "Comparing the traffic", steps)) {
      ZoneComparison comparison =
          ZoneComparison.of(
              before.zone(),
              before.serversBeside(after),
              after.zone(),
              servers,
              population,
              question -> isAsked(question, after.zone().name()),
              progress::step);
      List<TripUp> tripUps =
          TripUps.between(
              before.zone(),
              addresses(before),
              after.zone(),
              addresses(after),
              after.input().flatMap(ZoneInput::terraform).flatMap(TerraformZone::address),
              changes.stream()
                  .filter(ResourceChange::replaces)
                  .map(
                      change ->
                          new TripUp.Replacement(
                              change.address(), change.replacedBecauseOf(), change.leavesGap()))
                  .toList());
      return new Compared(
          comparison,
          tripUps,
          ChangeNotes.of(before.input(), after.input(), changes, tripUps),
          terraform(after));
    }
  }

  private boolean isAsked(Question question, DomainName zone) {
    String name = service;
    return name == null
        || question.name().toString().equals(name)
        || question.name().relativeTo(zone).equals(name.equals("@") ? "" : name);
  }

  /** The addresses that the input has, or those that synth gives. */
  private static Function<RecordSet.Key, Optional<String>> addresses(Side side) {
    Map<RecordSet.Key, String> addresses = new HashMap<>();
    for (ZoneInput part : side.input().map(ZoneInput::parts).orElse(List.of())) {
      if (part.terraform().isPresent()) {
        part.terraform().get().addresses().forEach(addresses::putIfAbsent);
      } else {
        part.zone()
            .recordSets()
            .forEach(
                set ->
                    addresses.putIfAbsent(
                        set.key(), RecordAddress.of(set.key(), side.zone().name())));
      }
    }
    return key -> Optional.ofNullable(addresses.get(key));
  }

  private static String terraform(Side side) {
    return side.input()
        .flatMap(ZoneInput::fleet)
        .map(Fleet::name)
        .map(name -> "terraform -chdir=cdktf.out/stacks/" + name)
        .orElse("terraform");
  }

  /** Whether nothing else that the same Terraform stumbles over comes later. */
  private static boolean isLast(Compared one, List<Compared> all) {
    return all.subList(all.indexOf(one) + 1, all.size()).stream()
        .noneMatch(
            later -> !later.tripUps().isEmpty() && later.terraform().equals(one.terraform()));
  }

  private void print(List<Compared> compared, List<String> exceeded) {
    if (format == Format.json) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put(
          "zones",
          compared.stream()
              .map(
                  c -> DiffJson.of(c.comparison(), c.tripUps(), c.terraform(), isLast(c, compared)))
              .toList());
      json.put("notes", compared.stream().flatMap(c -> c.notes().stream()).toList());
      json.put("exceeded", exceeded);
      terminal.out().println(Json.write(json));
    } else {
      boolean markdown = format == Format.markdown;
      List<String> lines = new ArrayList<>();
      long still =
          compared.size() < ZoneTable.MANY
              ? 0
              : compared.stream().filter(Compared::isNothing).count();
      for (Compared c : compared) {
        if (still > 0 && c.isNothing()) {
          continue; // Of many zones those that stay as they are are counted.
        }
        if (!lines.isEmpty()) {
          lines.add("");
        }
        lines.addAll(
            DiffText.besides(
                DiffText.lines(
                    c.comparison(),
                    c.tripUps(),
                    c.terraform(),
                    isLast(c, compared),
                    markdown,
                    wide.columns(terminal)),
                c.notes(),
                markdown));
      }
      if (compared.isEmpty()) {
        lines.add("Neither side has a zone.");
      }
      if (still > 0) {
        lines.add(
            (lines.isEmpty() ? "" : "\n")
                + ProblemReport.plural(still, "zone")
                + " without a change.");
      }
      if (markdown) {
        exceeded.forEach(sentence -> lines.add("\n> **" + sentence + "**"));
      }
      lines.forEach(terminal.out()::println);
    }
    terminal.out().flush();
    exceeded.forEach(terminal::say);
  }
}
