package io.github.fleetdns.cli;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Question;
import io.github.fleetdns.dns.ClientPlaces;
import io.github.fleetdns.dns.CountTable;
import io.github.fleetdns.dns.DnsServer;
import io.github.fleetdns.dns.HealthPanel;
import io.github.fleetdns.dns.Rehearsal;
import io.github.fleetdns.dns.ServerOptions;
import io.github.fleetdns.geo.AwsRegions;
import io.github.fleetdns.input.Input;
import io.github.fleetdns.input.InputZones;
import io.github.fleetdns.input.ZoneInput;
import io.github.fleetdns.report.ProblemReport;
import io.github.fleetdns.traffic.RoutedNames;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.IpAddress;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleetdns serve}: a DNS server that answers as Route 53 will. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Answers DNS queries as Route 53 will, until Ctrl-C; then prints what was asked for.",
    footer = {
      "",
      "Example: fleetdns serve fleet.yaml --down region:eu-central-1",
      "         dig @127.0.0.1 -p 5353 api.aiapp.example.com +subnet=203.0.113.0/24"
    })
final class ServeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private FilesParameter files = new FilesParameter();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "5353",
      description = "Where to listen, over UDP and TCP; 0 takes a free one (default: 5353).")
  private int port = 5353;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "The address to listen at (default: ${DEFAULT-VALUE}, this machine only).")
  private String bind = "127.0.0.1";

  @Mixin private DownOptions downOptions = new DownOptions();

  @Mixin private PlacesOptions placesOptions = new PlacesOptions();

  @Mixin private TargetOption targetOption = new TargetOption();

  @Option(
      names = "--vpc-region",
      paramLabel = "REGION",
      description =
          "Questions come from a VPC of this region: private zones answer first. Without it they"
              + " answer only where no public zone is around the name.")
  private @Nullable String vpcRegion;

  @Option(
      names = "--vpc",
      paramLabel = "ID",
      description = "The id of that VPC, where the zones name theirs.")
  private @Nullable String vpc;

  @Option(
      names = "--panel",
      paramLabel = "PORT",
      defaultValue = "5380",
      description =
          "The HTTP port of the health panel, on this machine; 0 takes a free one (default:"
              + " ${DEFAULT-VALUE}).")
  private int panel = 5380;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many threads answer over UDP (default: ${DEFAULT-VALUE}).")
  private int threads = 1;

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    InetSocketAddress address = new InetSocketAddress(address(bind), checked("--port", port));
    checked("--panel", panel);
    if (threads < 1 || threads > 64) {
      throw usage("--threads: 1–64, not " + threads);
    }
    ServerOptions options =
        ServerOptions.onLoopback().at(address).withThreads(threads).withComplaints(terminal::say);

    Input input = SensitiveOption.readHidden(terminal, files.paths());
    terminal.problems(ProblemReport.brief(input.problems()));
    Optional<ClientPlaces> places = placesOptions.places(terminal);
    if (input.zones().isEmpty() || places.isEmpty()) {
      return ExitCode.INPUT;
    }
    List<ZoneInput> served = input.zones();
    served.forEach(zone -> downOptions.failure(zone, served));
    List<HostedZone> zones = served.stream().map(ZoneInput::zone).toList();
    return serve(
        served,
        options
            .withStandpoint(standpoint())
            .withClients(places.get())
            .withTargets(targetOption.addresses(zones)));
  }

  private Client standpoint() {
    Client client = Client.UNKNOWN;
    if (vpcRegion != null) {
      if (AwsRegions.of(vpcRegion).isEmpty()) {
        throw usage("--vpc-region: \"" + vpcRegion + "\" is no AWS region, such as eu-central-1");
      }
      client = client.withVpcRegion(vpcRegion);
    }
    return vpc == null ? client : client.withVpc(vpc);
  }

  // ---- options ----

  private CommandLine.ParameterException usage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }

  private InetAddress address(String text) {
    try {
      if (IpAddress.parse(text).isEmpty()) {
        throw usage("--bind: an IP address, such as 127.0.0.1 or ::1, not " + text);
      }
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw usage("--bind: " + e.getMessage());
    }
  }

  private int checked(String option, int number) {
    if (number < 0 || number > 65_535) {
      throw usage(option + ": a port is 0–65535, not " + number);
    }
    return number;
  }

  // ---- serving ----

  private int serve(List<ZoneInput> served, ServerOptions options) {
    List<HostedZone> zones = served.stream().map(ZoneInput::zone).toList();
    IdentityHashMap<HostedZone, Outages> always = new IdentityHashMap<>();
    served.forEach(zone -> always.put(zone.zone(), downOptions.withoutData(zone)));
    DnsServer server;
    try {
      server = DnsServer.start(InputZones.of(served).space(), options);
    } catch (IOException e) {
      return busy("--port", options.address(), e);
    }
    try (server) {
      Rehearsal rehearsal =
          new Rehearsal(
              server,
              zones,
              new InputOutages(served),
              zone -> always.getOrDefault(zone, Outages.NONE));
      downOptions.down(served).forEach(rehearsal::down);
      rehearsal
          .unnoticed()
          .forEach(name -> terminal.say("nothing tells Route 53 that " + name + " is down"));
      try (HealthPanel http = HealthPanel.start(rehearsal, panel, terminal.hidden())) {
        announce(served, server.address(), http.address().getPort());
        return untilStopped(server);
      } catch (IOException e) {
        return busy("--panel", new InetSocketAddress(InetAddress.getLoopbackAddress(), panel), e);
      }
    }
  }

  private int busy(String option, InetSocketAddress address, IOException e) {
    String at = address.getAddress().getHostAddress() + " port " + address.getPort();
    String message = String.valueOf(e.getMessage());
    terminal.say(
        message.contains("in use")
            ? "another program listens at "
                + at
                + " already; "
                + option
                + " 0 takes a free port, "
                + option
                + " N that one"
            : message.contains("ermission")
                ? "this user may not listen at "
                    + at
                    + "; "
                    + option
                    + " takes another port, such as one above 1023"
                : "cannot listen at " + at + ": " + message);
    return ExitCode.ENVIRONMENT;
  }

  private void announce(List<ZoneInput> served, InetSocketAddress address, int panelPort) {
    String host = address.getAddress().getHostAddress();
    List<HostedZone> zones = served.stream().map(ZoneInput::zone).toList();
    String names =
        String.join(", ", zones.stream().map(zone -> zone.name().toString()).distinct().toList());
    terminal.say("serving " + names + " at " + host + " port " + address.getPort());
    terminal.say("health panel: http://127.0.0.1:" + panelPort + "/");
    example(zones)
        .ifPresent(
            name -> terminal.say("try: dig @" + host + " -p " + address.getPort() + " " + name));
    if (!address.getAddress().isLoopbackAddress()) {
      terminal.say("other machines can reach this server; it is meant for rehearsals");
    }
  }

  private static Optional<DomainName> example(List<HostedZone> zones) {
    Stream<DomainName> services =
        zones.stream()
            .flatMap(zone -> RoutedNames.of(zone, Optional.of(RecordType.A)).stream())
            .map(Question::name);
    Stream<DomainName> plain =
        zones.stream()
            .flatMap(zone -> zone.recordSets().stream())
            .filter(set -> set.type() == RecordType.A)
            .map(RecordSet::name);
    return Stream.concat(services, plain)
        .filter(name -> !name.toString().startsWith("_") && !name.toString().startsWith("*"))
        .findFirst();
  }

  /**
   * Ctrl-C ends the process by itself; what it has to say is said on its way out. A server that
   * does not answer any more ends it, too.
   */
  private int untilStopped(DnsServer server) {
    Thread last = new Thread(() -> end(server), "serve-end");
    Runtime.getRuntime().addShutdownHook(last);
    int code = ExitCode.OK;
    try {
      Throwable failure = server.awaitFailure();
      terminal.say("the server has stopped answering: " + failure.getMessage());
      code = ExitCode.ENVIRONMENT;
    } catch (InterruptedException e) {
      // Whoever runs it in a thread of theirs wants it to end.
    }
    try {
      Runtime.getRuntime().removeShutdownHook(last);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook says what there is to say.
      return code;
    }
    end(server);
    return code;
  }

  private void end(DnsServer server) {
    server.close();
    terminal.print(CountTable.of(server.counts()));
  }
}
