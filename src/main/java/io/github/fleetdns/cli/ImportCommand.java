package io.github.fleetdns.cli;

import io.github.fleetdns.adopt.Adoption;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.config.FleetWriter;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Zone;
import io.github.fleetdns.input.CheckedZone;
import io.github.fleetdns.input.Input;
import io.github.fleetdns.input.ZoneInput;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.report.ProblemReport;
import io.github.fleetdns.terraform.Imports;
import io.github.fleetdns.terraform.read.Ids;
import io.github.fleetdns.terraform.read.TerraformZone;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fleetdns import}: a zone that exists becomes a fleet file that changes nothing. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Writes the fleet file of a zone that exists, and beside it the ids with which"
          + " `synth --import` takes the zone over without a change.",
      "From the JSON of `aws route53 list-resource-record-sets` (all pages, and beside it"
          + " list-health-checks, list-cidr-collections, list-cidr-blocks, get-hosted-zone,"
          + " list-tags-for-resources), or from Terraform: a state, a plan, JSON."
    },
    footer = {"", "Example: fleetdns import record-sets.json health-checks.json -o fleet.yaml"})
final class ImportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "1..*",
      description = "Files, or - for standard input; told apart by their content.")
  private List<Path> sources = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "fleet.yaml",
      description =
          "The fleet file to write (default: ${DEFAULT-VALUE}); of several zones the directory in"
              + " which each gets its own.")
  private Path output = Path.of("fleet.yaml");

  @Option(names = "--force", description = "Replace the file if it exists.")
  private boolean force;

  @Option(
      names = "--check",
      description =
          "Writes nothing; says how the file differs from the zone, with exit code 3 if it does.")
  private boolean check;

  @Option(
      names = "--zone-id",
      paramLabel = "ID",
      description = "The id of the zone, where the input does not have it.")
  private String zoneId = "";

  @Option(
      names = "--zone",
      paramLabel = "NAME",
      description = "Of several zones in the input, the one called so.")
  private String zoneName = "";

  @Option(
      names = "--fleet",
      paramLabel = "NAME",
      description = "What the fleet is called; made of the zone's name if not given.")
  private String fleetName = "";

  @Mixin private FormatOption format = new FormatOption();

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** A zone that was adopted, and where it goes. */
  private record Adopted(Path file, ZoneInput input, Adoption adoption, Optional<Imports> imports) {
    HostedZone zone() {
      return input.zone();
    }
  }

  @Override
  public Integer call() {
    Input input = SensitiveOption.readHidden(terminal, sources);
    List<Problem> problems = new ArrayList<>(CheckedZone.problems(input));
    List<ZoneInput> zones = chosen(input, problems);
    if (problems.stream().anyMatch(Problem::isError)) {
      terminal.problems(ProblemReport.grouped(problems));
      terminal.say(ProblemReport.count(problems) + "; nothing was written");
      return ExitCode.INPUT;
    }
    List<Adopted> adopted = new ArrayList<>();
    for (ZoneInput zone : zones) {
      adopted.add(adopt(zone, file(zone, zones.size() > 1)));
    }
    terminal.problems(ProblemReport.grouped(problems));
    return check ? compare(adopted) : write(adopted);
  }

  // ---- what is imported ----

  private List<ZoneInput> chosen(Input input, List<Problem> problems) {
    List<ZoneInput> zones = new ArrayList<>();
    for (ZoneInput zone : input.zones()) {
      boolean wanted =
          zoneName.isEmpty() || zone.zone().name().toString().equals(DomainName.spelled(zoneName));
      if (wanted) {
        zones.add(zone);
      }
    }
    Location start = Location.startOf(sources.get(0).toString());
    if (zones.isEmpty() && problems.stream().noneMatch(Problem::isError)) {
      problems.add(
          Problem.error(
              start,
              "import-nothing",
              zoneName.isEmpty() || input.zones().isEmpty()
                  ? "there is no zone in it; name the record sets of one"
                  : "there is no zone called " + zoneName + " in it"));
    }
    for (ZoneInput zone : zones) {
      Location at = zone.terraform().map(TerraformZone::location).orElse(start);
      if (zone.fleet().isPresent()) {
        problems.add(
            Problem.error(at, "import-fleet", "this is a fleet file already; nothing to import"));
      } else if (!zone.zone().unknowns().isNone()) {
        problems.add(
            Problem.error(
                at,
                "import-unknown",
                "not everything of zone "
                    + zone.zone().name()
                    + " is known before an apply; import what exists, from `terraform show -json`"
                    + " of the state or from `aws route53 list-resource-record-sets`"));
      }
    }
    return zones;
  }

  private Path file(ZoneInput zone, boolean several) {
    return several || Files.isDirectory(output)
        ? output.resolve(zone.zone().name() + ".yaml")
        : output;
  }

  private Adopted adopt(ZoneInput input, Path file) {
    HostedZone zone = input.zone();
    Optional<TerraformZone> read = input.terraform();
    Optional<String> id =
        Optional.of(zoneId)
            .filter(text -> !text.isEmpty())
            .or(() -> read.flatMap(TerraformZone::id));
    boolean managed = read.isEmpty() || read.filter(TerraformZone::isManaged).isPresent();
    Zone settings = new Zone(zone.name(), "", Map.of());
    settings =
        managed
            ? new Zone(zone.name(), zone.comment(), zone.tags())
                .withVisibility(zone.visibility())
                .withSource(new Zone.Source.Created(Optional.empty(), true))
            : settings.withSource(new Zone.Source.Existing(id)).withVisibility(zone.visibility());
    Ids ids = read.map(TerraformZone::ids).orElse(Ids.NONE);
    Adoption adoption =
        Adoption.of(zone, new Adoption.Given(name(zone), settings, ids.checkTags()));
    Map<String, String> checks = new LinkedHashMap<>();
    ids.checks().forEach((name, of) -> checks.put(adoption.checks().getOrDefault(name, name), of));
    Optional<Imports> imports =
        id.map(of -> new Imports(of, ids.comment(), checks, ids.collections()));
    return new Adopted(file, input, adoption, imports);
  }

  private String name(HostedZone zone) {
    if (Fleet.NAME.matcher(fleetName).matches()) {
      return fleetName;
    }
    String name = zone.name().toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    name = name.substring(0, Math.min(60, name.length())).replaceAll("^[^a-z]+|-+$", "");
    return Fleet.NAME.matcher(name).matches() ? name : "adopted";
  }

  // ---- what becomes of it ----

  private int write(List<Adopted> adopted) {
    for (Adopted one : adopted) {
      if (Files.exists(one.file()) && !force && Files.isRegularFile(one.file())) {
        terminal.say(one.file() + " exists; --force replaces it, --check compares it");
        return ExitCode.INPUT;
      }
    }
    boolean whole = true;
    try {
      for (Adopted one : adopted) {
        String text = text(one);
        WrittenFile.write(one.file(), text.getBytes(StandardCharsets.UTF_8));
        if (one.imports().isPresent()) {
          ImportsFile.write(ImportsFile.of(one.file()), one.imports().get());
        }
        whole &= tell(one, FleetFile.parse(one.file().toString(), text));
      }
    } catch (IOException e) {
      terminal.say("cannot write " + output + ": " + e.getMessage());
      return ExitCode.ENVIRONMENT;
    }
    return whole ? ExitCode.OK : ExitCode.INPUT;
  }

  private static String text(Adopted one) {
    List<String> head = new ArrayList<>();
    head.add(
        "Imported from " + one.input().source() + ": the zone as it is, so that nothing moves.");
    if (!one.adoption().comments().isEmpty()) {
      head.add("Names of endpoints are guesses; behind each stands what it was taken from.");
    }
    return FleetWriter.write(one.adoption().fleet(), head, one.adoption().comments());
  }

  /** Says what was written; whether all of the zone is in it and it can be used. */
  private boolean tell(Adopted one, FleetFile file) {
    Fleet fleet = one.adoption().fleet();
    int left = fleet.verbatim().recordSets().size();
    if (format.isJson()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("zone", one.zone().name().toString());
      json.put("file", one.file().toString());
      json.put("record_sets", FleetCompiler.compile(fleet).zone().recordSets().size());
      json.put("services", fleet.services().size());
      json.put("pools", fleet.pools().size());
      json.put("endpoints", fleet.endpoints().size());
      json.put("records", fleet.records().size());
      json.put("left_as_they_are", left);
      json.put("unsaid", one.adoption().unsaid());
      terminal.json(json);
    } else {
      int all = FleetCompiler.compile(fleet).zone().recordSets().size();
      terminal.print(
          one.zone().name() + ": " + ProblemReport.plural(all, "record set") + " in " + one.file());
      terminal.print(
          "  "
              + String.join(
                  ", ",
                  ProblemReport.plural(fleet.services().size(), "service"),
                  ProblemReport.plural(fleet.pools().size(), "pool"),
                  ProblemReport.plural(fleet.endpoints().size(), "endpoint"),
                  ProblemReport.plural(fleet.records().size(), "record")));
      if (left > 0) {
        terminal.print(
            "  "
                + ProblemReport.plural(left, "record set")
                + " left as Route 53 has them, under record-sets:");
      }
    }
    one.adoption().unsaid().forEach(what -> terminal.say("not in the file: " + what));
    if (one.imports().isEmpty()) {
      terminal.say(
          "the id of zone "
              + one.zone().name()
              + " is not in the input, so that there is nothing for `synth --import`; name the"
              + " output of get-hosted-zone too, or --zone-id");
    }
    List<Problem> errors = file.problems().stream().filter(Problem::isError).toList();
    terminal.problems(ProblemReport.grouped(errors));
    return errors.isEmpty() && one.adoption().unsaid().isEmpty();
  }

  private int compare(List<Adopted> adopted) {
    boolean equal = true;
    for (Adopted one : adopted) {
      FleetFile file = FleetFile.read(one.file());
      if (file.compiled().isEmpty()) {
        terminal.problems(ProblemReport.grouped(file.problems()));
        return ExitCode.INPUT;
      }
      List<String> differences =
          Comparison.of(
              file.compiled().get().zone(), FleetCompiler.compile(one.adoption().fleet()).zone());
      terminal.print(
          one.file()
              + (differences.isEmpty()
                  ? " has the zone as it is"
                  : " differs from the zone in "
                      + ProblemReport.plural(differences.size(), "place")
                      + ":"));
      differences.forEach(line -> terminal.print("  " + line));
      equal &= differences.isEmpty();
    }
    return equal ? ExitCode.OK : ExitCode.GATE;
  }
}
