package io.github.fleetdns.cli;

import io.github.fleetdns.answer.Question;
import io.github.fleetdns.answer.TooManyOutcomesException;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.input.Input;
import io.github.fleetdns.input.Servers;
import io.github.fleetdns.input.ZoneInput;
import io.github.fleetdns.report.ChangeNotes;
import io.github.fleetdns.report.DiffJson;
import io.github.fleetdns.report.DiffText;
import io.github.fleetdns.report.Page;
import io.github.fleetdns.report.ProblemReport;
import io.github.fleetdns.report.WayReport;
import io.github.fleetdns.report.ZoneTable;
import io.github.fleetdns.terraform.RecordAddress;
import io.github.fleetdns.terraform.read.ResourceChange;
import io.github.fleetdns.terraform.read.TerraformZone;
import io.github.fleetdns.text.ShellCommand;
import io.github.fleetdns.traffic.DiffGates;
import io.github.fleetdns.traffic.Losses;
import io.github.fleetdns.traffic.TripUp;
import io.github.fleetdns.traffic.TripUps;
import io.github.fleetdns.traffic.ZoneComparison;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
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
      "Exit code 3 if a gate is exceeded: --max-shift, --no-new-unanswered, --safe-way, --max-gap.",
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

  @Mixin private WayOptions ways = new WayOptions();
  @Mixin private StrictOption strict = new StrictOption();

  @Mixin private SensitiveOption sensitive = new SensitiveOption();

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

  private record Compared(
      ZoneComparison comparison,
      List<TripUp> tripUps,
      List<ChangeNotes.Note> notes,
      ShellCommand terraform) {
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
    boolean asText = format == Format.text;
    Input first = sensitive.read(terminal, FileList.of(old), asText);
    Input second = next == null ? first : sensitive.read(terminal, FileList.of(next), asText);
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
      compared.addAll(compare(pairs(before, after), second.changes()));
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
    WayReport way = ways.way(before, after, second.changes());
    List<String> exceeded = new ArrayList<>(ways.exceeded(way.way()));
    compared.forEach(c -> exceeded.addAll(gates.check(c.comparison())));
    print(compared, way, exceeded);
    try {
      ways.write(way);
    } catch (IOException e) {
      terminal.say(WrittenFile.reason(e));
      return ExitCode.ENVIRONMENT;
    }
    if (!exceeded.isEmpty()) {
      return ExitCode.GATE;
    }
    return first.hasErrors() || second.hasErrors() ? ExitCode.INPUT : ExitCode.OK;
  }

  /** The zones of one identity; a zone that only one side has is compared with an empty one. */
  private List<DiffWorlds.Pair> pairs(List<ZoneInput> before, List<ZoneInput> after)
      throws InvalidInputException {
    Map<Identity, ZoneInput> old = new LinkedHashMap<>();
    before.forEach(zone -> old.putIfAbsent(Identity.of(zone), zone));
    Map<Identity, ZoneInput> now = new LinkedHashMap<>();
    after.forEach(zone -> now.putIfAbsent(Identity.of(zone), zone));
    Set<Identity> all = new LinkedHashSet<>(old.keySet());
    all.addAll(now.keySet());
    List<DiffWorlds.Pair> pairs = new ArrayList<>();
    for (Identity name : all) {
      pairs.add(pair(Optional.ofNullable(old.get(name)), Optional.ofNullable(now.get(name))));
    }
    return pairs;
  }

  private DiffWorlds.Pair pair(Optional<ZoneInput> old, Optional<ZoneInput> now)
      throws InvalidInputException {
    HostedZone like = now.or(() -> old).orElseThrow().zone();
    DiffWorlds.Side before = side(old, like, now);
    DiffWorlds.Side after = side(now, like, old);
    return new DiffWorlds.Pair(
        before, after, clients.of(after.zone(), terminal).naming(before.zone(), after.zone()));
  }

  /** Its servers are called as the other side calls them, which may know more of them. */
  private static DiffWorlds.Side side(
      Optional<ZoneInput> input, HostedZone like, Optional<ZoneInput> other) {
    HostedZone zone = input.map(ZoneInput::zone).orElseGet(() -> empty(like));
    Servers none = new Servers(List.of());
    Servers servers = input.map(ZoneInput::servers).orElse(none);
    return new DiffWorlds.Side(
        zone, input, servers.toldApart(zone, other.map(ZoneInput::servers).orElse(none)).all());
  }

  private static HostedZone empty(HostedZone like) {
    return new HostedZone(
        like.name(), "", Map.of(), like.visibility(), List.of(), Map.of(), List.of());
  }

  private List<Compared> compare(List<DiffWorlds.Pair> pairs, List<ResourceChange> changes) {
    DiffWorlds worlds = new DiffWorlds(pairs, clients.isInVpc());
    List<List<Question>> questions =
        worlds.questions(
            pairs.stream()
                .map(pair -> (Predicate<Question>) q -> isAsked(q, pair.after().zone().name()))
                .toList());
    List<Compared> compared = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      compared.add(compare(worlds, i, pairs.get(i), questions.get(i), changes));
    }
    return compared;
  }

  private Compared compare(
      DiffWorlds worlds,
      int index,
      DiffWorlds.Pair pair,
      List<Question> questions,
      List<ResourceChange> changes) {
    DiffWorlds.Side before = pair.before();
    DiffWorlds.Side after = pair.after();
    long steps = (long) questions.size() * Losses.single(after.zone(), after.servers()).size();
    try (Progress progress = Progress.start(terminal, "Comparing the traffic", steps)) {
      ZoneComparison comparison = worlds.compare(index, questions, progress::step);
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
  private static Function<RecordSet.Key, Optional<String>> addresses(DiffWorlds.Side side) {
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

  private static ShellCommand terraform(DiffWorlds.Side side) {
    return side.input()
        .flatMap(ZoneInput::fleet)
        .map(Fleet::name)
        .map(name -> ShellCommand.of("terraform", "-chdir=cdktf.out/stacks/" + name))
        .orElse(ShellCommand.of("terraform"));
  }

  /** Whether nothing else that the same Terraform stumbles over comes later. */
  private static boolean isLast(Compared one, List<Compared> all) {
    return all.subList(all.indexOf(one) + 1, all.size()).stream()
        .noneMatch(
            later -> !later.tripUps().isEmpty() && later.terraform().equals(one.terraform()));
  }

  private void print(List<Compared> compared, WayReport way, List<String> exceeded) {
    if (format == Format.json) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("way", way.json());
      json.put(
          "zones",
          compared.stream()
              .map(
                  c -> DiffJson.of(c.comparison(), c.tripUps(), c.terraform(), isLast(c, compared)))
              .toList());
      json.put("notes", compared.stream().flatMap(c -> c.notes().stream()).toList());
      json.put("exceeded", exceeded);
      terminal.json(json);
    } else {
      boolean markdown = format == Format.markdown;
      Page page = way.head();
      long still =
          compared.size() < ZoneTable.MANY
              ? 0
              : compared.stream().filter(Compared::isNothing).count();
      for (Compared c : compared) {
        if (still > 0 && c.isNothing()) {
          continue; // Of many zones those that stay as they are are counted.
        }
        page.page(
            DiffText.page(
                c.comparison(), c.tripUps(), c.notes(), c.terraform(), isLast(c, compared)));
      }
      if (compared.isEmpty()) {
        page.line("Neither side has a zone.");
      }
      if (still > 0) {
        page.lineApart(ProblemReport.plural(still, "zone") + " without a change.");
      }
      page.page(way.tail(compared.stream().anyMatch(c -> !c.tripUps().isEmpty())));
      if (markdown) {
        exceeded.forEach(page::quote);
      }
      terminal.print(page, markdown, wide.columns(terminal));
    }
    exceeded.forEach(terminal::say);
  }
}
