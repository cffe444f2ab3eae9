package io.github.fleetdns.cli;

import io.github.fleetdns.config.FleetFiles;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Zone;
import io.github.fleetdns.jsii.MissingEnvironmentException;
import io.github.fleetdns.report.IamPolicy;
import io.github.fleetdns.report.ProblemReport;
import io.github.fleetdns.terraform.StackResource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fleetdns iam}: the IAM policy that deploying a fleet needs. */
@Command(
    name = "iam",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Prints the IAM policy (JSON) with the least that terraform needs to deploy, change and"
          + " destroy a fleet. Access to the state backend is not included."
    },
    footer = {"", "Example: fleetdns iam fleet.yaml > policy.json"})
final class IamCommand implements Callable<Integer> {
  private final Terminal terminal;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "fleet.yaml",
      description = "A fleet file, or - for standard input (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("fleet.yaml");

  @Option(
      names = "--zone-id",
      paramLabel = "ID",
      description =
          "The id of the zone, once it exists: the policy is then held to this zone, and to no"
              + " other.")
  private String zoneId = "";

  IamCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!zoneId.matches("|Z[A-Z0-9]{1,31}")) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--zone-id: a hosted zone id looks like Z0123456789ABCDEFGHIJ");
    }
    FleetFiles read = Fleets.read(List.of(file), "iam");
    terminal.problems(ProblemReport.brief(read.problems()));
    if (read.fleets().isEmpty()) {
      return ExitCode.INPUT;
    }
    Fleet fleet = read.fleets().get(0);
    try (Progress progress = Progress.start(terminal, "Synthesizing")) {
      List<StackResource> resources = StackResource.of(fleet);
      terminal.json(
          IamPolicy.of(fleet, resources, Optional.of(zoneId).filter(id -> !id.isEmpty())));
    } catch (MissingEnvironmentException e) {
      Ending.await();
      terminal.say(String.valueOf(e.getMessage()));
      return ExitCode.ENVIRONMENT;
    } catch (IOException e) {
      terminal.say("synthesizing the stack failed: " + e.getMessage());
      return ExitCode.ENVIRONMENT;
    }
    boolean known =
        fleet.zone().source() instanceof Zone.Source.Existing existing && existing.id().isPresent();
    if (!known && zoneId.isEmpty()) {
      terminal.say(
          "the file does not say the zone's id; once the zone exists, --zone-id holds the policy"
              + " to it");
    }
    terminal.say(
        "this policy is for "
            + fleet
                .provider()
                .assumeRole()
                .map(role -> role.roleArn() + ", which whoever deploys may assume")
                .orElse("whoever deploys")
            + "; the state backend is not included");
    return ExitCode.OK;
  }
}
