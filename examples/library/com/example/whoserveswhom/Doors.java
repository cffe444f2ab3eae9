package com.example.whoserveswhom;

import io.github.fleetdns.answer.Answer;
import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Question;
import io.github.fleetdns.answer.Resolver;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.compile.CompiledZone;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.dns.DnsServer;
import io.github.fleetdns.dns.ServerOptions;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.input.Input;
import io.github.fleetdns.input.Servers;
import io.github.fleetdns.traffic.Loss;
import io.github.fleetdns.traffic.Losses;
import io.github.fleetdns.traffic.Population;
import io.github.fleetdns.traffic.Scenario;
import io.github.fleetdns.traffic.TrafficModel;
import io.github.fleetdns.traffic.ZoneComparison;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** One method for each thing that fleetdns does in other people's programs, without CDKTF. */
public final class Doors {
  private Doors() {}

  /** Reads and checks a fleet file. */
  public static Fleet read(Path path) {
    FleetFile file = FleetFile.read(path);
    file.problems().forEach(System.err::println); // file:line:column: error: what to do (rule)
    return file.fleet().orElseThrow(() -> new IllegalArgumentException(path + " has errors"));
  }

  /** The zone as Route 53 would hold it. */
  public static HostedZone compile(Fleet fleet) {
    return FleetCompiler.compile(fleet).zone();
  }

  /** The zones of Terraform: JSON, a plan, a state, a directory. */
  public static List<HostedZone> terraform(Path path) {
    Input input = Input.read(path);
    input.problems().forEach(System.err::println);
    return input.zones().stream().map(zone -> zone.zone()).toList();
  }

  /** Who gets which address in a country while some health checks are unhealthy. */
  public static String answer(HostedZone zone, String name, String country, String... unhealthy) {
    Answer answer =
        Resolver.of(zone)
            .answer(
                Question.of(name, RecordType.A), Client.in(country), Outages.ofChecks(unhealthy));
    return answer.outcomes().stream()
        .map(outcome -> outcome.share() + " " + String.join(", ", outcome.records()))
        .collect(Collectors.joining("; "));
  }

  /** The loss that takes most of the world's clients their answer or sends them to what is lost. */
  public static Loss worst(Fleet fleet, String name) {
    CompiledZone compiled = FleetCompiler.compile(fleet);
    TrafficModel model = TrafficModel.of(compiled.zone(), Servers.of(compiled).all());
    List<Loss> single = Losses.single(model.zone(), model.servers());
    return model
        .of(Question.of(name, RecordType.A), Population.world())
        .under(single, () -> {})
        .stream()
        .max((a, b) -> a.failed().add(a.unanswered()).compareTo(b.failed().add(b.unanswered())))
        .map(Scenario::loss)
        .orElse(Loss.NONE);
  }

  /** How much of the world's traffic a change moves, by service. */
  public static List<String> moves(Fleet before, Fleet after) {
    CompiledZone old = FleetCompiler.compile(before);
    CompiledZone now = FleetCompiler.compile(after);
    List<Server> servers = Servers.of(now).all();
    ZoneComparison comparison =
        ZoneComparison.of(
            old.zone(),
            Servers.of(old).all(),
            now.zone(),
            servers,
            Population.world(),
            question -> true,
            () -> {});
    return comparison.services().stream()
        .map(service -> service.question() + ": " + service.moved().doubleValue())
        .toList();
  }

  /** A DNS server on a free port of this machine, until it is closed. */
  public static DnsServer serve(HostedZone zone) throws IOException {
    return DnsServer.start(List.of(zone), ServerOptions.onLoopback());
  }
}
