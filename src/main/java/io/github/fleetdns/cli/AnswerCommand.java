package io.github.fleetdns.cli;

import io.github.fleetdns.answer.Answer;
import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Question;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.answer.ServersBehind;
import io.github.fleetdns.answer.TooManyOutcomesException;
import io.github.fleetdns.input.Failures;
import io.github.fleetdns.input.Input;
import io.github.fleetdns.input.InputZones;
import io.github.fleetdns.input.ZoneInput;
import io.github.fleetdns.report.AnswerJson;
import io.github.fleetdns.report.AnswerText;
import io.github.fleetdns.report.ClientText;
import io.github.fleetdns.report.ProblemReport;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.RecordType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fleetdns answer}: who gets which answer while what is down. */
@Command(
    name = "answer",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Says which answers a client gets to a question, with exact shares, before anything is"
          + " deployed: from a fleet file or any Terraform (JSON, plan, state)."
    },
    footer = {
      "",
      "Example: fleetdns answer fleet.yaml api.aiapp.example.com A --country DE --down"
          + " eu-central-1-ai-server"
    })
final class AnswerCommand implements Callable<Integer> {
  /** What its help calls them; the files among them are read. */
  static final String ARGUMENTS = "[FILE…] NAME [TYPE]";

  private final Terminal terminal;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = ARGUMENTS,
      hideParamSyntax = true,
      description = {
        "FILE: fleet files, or Terraform: JSON, a directory of it, a plan, a state; several if a zone"
            + " is in several stacks; - is standard input (default: fleet.yaml).",
        "NAME: the name that is asked for; relative to the zone, or complete.",
        "TYPE: the record type (default: A)."
      })
  private List<String> arguments = List.of();

  @Mixin private ClientOptions clientOptions = new ClientOptions();

  @Mixin private DownOptions downOptions = new DownOptions();

  @Option(
      names = "--explain",
      description = "Shows the path: what was chosen at each level, and who was passed over.")
  private boolean explain;

  @Mixin private WideOption wide = new WideOption();

  @Mixin private FormatOption format = new FormatOption();

  @Mixin private SensitiveOption sensitive = new SensitiveOption();

  private List<Path> files = List.of();
  private String name = "";
  private String type = "A";

  AnswerCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    takeApart();
    RecordType asked = recordType();
    Client client;
    try {
      client = clientOptions.client(terminal);
    } catch (InvalidInputException e) {
      return ExitCode.INPUT;
    }
    Input input = sensitive.read(terminal, files, !format.isJson());
    terminal.problems(ProblemReport.brief(input.problems()));
    if (input.zones().isEmpty()) {
      return ExitCode.INPUT;
    }
    InputZones zones = InputZones.of(input.zones());
    DomainName question = questionName(input, zones);
    Map<ZoneInput, Failures.Failure> failures = new LinkedHashMap<>();
    input.zones().forEach(z -> failures.put(z, downOptions.failure(z, input.zones())));
    try {
      List<Answer> answers =
          zones
              .under(
                  zone ->
                      Optional.ofNullable(failures.get(zone))
                          .map(Failures.Failure::outages)
                          .orElse(Outages.NONE))
              .answers(Question.of(question, asked), client);
      if (answers.isEmpty()) {
        terminal.say(nobodyAnswers(question, client, input, zones));
        return ExitCode.INPUT;
      }
      List<Server> down =
          failures.values().stream().flatMap(f -> f.servers().stream()).distinct().toList();
      print(answers, client, down, zones.serversBehind(), input.zones().size() > 1);
    } catch (TooManyOutcomesException e) {
      terminal.say(String.valueOf(e.getMessage()));
      return ExitCode.INPUT;
    }
    return input.hasErrors() ? ExitCode.INPUT : ExitCode.OK;
  }

  private static String nobodyAnswers(
      DomainName question, Client client, Input input, InputZones zones) {
    return zones.space().holds(question)
        ? "no zone of the input around "
            + question
            + " answers "
            + ClientText.of(client)
            + ": "
            + String.join(", ", namesOf(input))
        : question + " is in none of the zones: " + String.join(", ", namesOf(input));
  }

  private void print(
      List<Answer> answers,
      Client client,
      List<Server> down,
      ServersBehind behind,
      boolean several) {
    if (format.isJson()) {
      terminal.json(AnswerJson.of(answers, explain));
      return;
    }
    AnswerText text =
        new AnswerText(answers, down, behind, explain, several, wide.columns(terminal));
    terminal.print(text.lines(client, downOptions.names()));
  }

  /** Files come first; what is behind them is a name and, perhaps, a type. */
  private void takeApart() {
    int last = arguments.size() - 1;
    boolean defaults = isAboutDefaultFile();
    boolean typed =
        last >= (defaults ? 1 : 2)
            && (isType(arguments.get(last)) || !DefaultFile.isFile(arguments.get(last - 1)));
    type = typed ? arguments.get(last) : "A";
    int at = typed ? last - 1 : last;
    name = arguments.get(at);
    files =
        defaults
            ? List.of(DefaultFile.PATH)
            : arguments.subList(0, at).stream().map(Path::of).toList();
    if (files.isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "which name? Put it behind the file: " + name + " NAME [TYPE]");
    }
  }

  /** Whether there are a name and, perhaps, a type, and no file. */
  private boolean isAboutDefaultFile() {
    boolean named = arguments.size() == 1 || (arguments.size() == 2 && isType(arguments.get(1)));
    return named && !DefaultFile.isFile(arguments.get(0));
  }

  private static boolean isType(String argument) {
    return RecordType.named(argument.toUpperCase(Locale.ROOT)).isPresent();
  }

  private RecordType recordType() {
    return RecordType.named(type.toUpperCase(Locale.ROOT))
        .orElseThrow(
            () ->
                new CommandLine.ParameterException(
                    spec.commandLine(),
                    "\""
                        + type
                        + "\" is no record type of Route 53: "
                        + String.join(
                            ", ", Arrays.stream(RecordType.values()).map(Enum::name).toList())));
  }

  /** The name as it is written if a zone is around it, else in front of the only zones' name. */
  private DomainName questionName(Input input, InputZones zones) {
    ZoneInput first = input.zones().get(0);
    try {
      if (name.equals("@")) {
        return first.zone().name();
      }
      DomainName written = DomainName.of(name);
      boolean relative =
          !name.endsWith(".")
              && !zones.space().holds(written)
              && input.zones().stream().map(z -> z.zone().name()).distinct().count() == 1;
      boolean outside = written.labels().size() > 1 && !exists(written, input);
      return relative && !outside ? first.zone().name().prepend(name) : written;
    } catch (InvalidNameException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), "NAME: " + e.getMessage(), e);
    }
  }

  /** Whether a zone has something at the name in front of its own. */
  private static boolean exists(DomainName relative, Input input) {
    DomainName full = input.zones().get(0).zone().name().prepend(relative.toString());
    return input.zones().stream()
        .flatMap(zone -> zone.zone().recordSets().stream())
        .anyMatch(set -> set.name().isWithin(full));
  }

  private static List<String> namesOf(Input input) {
    return input.zones().stream().map(zone -> zone.zone().name().toString()).distinct().toList();
  }
}
