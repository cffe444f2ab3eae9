package io.github.fleetdns.bench;

import io.github.fleetdns.answer.Question;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.traffic.Loss;
import io.github.fleetdns.traffic.Losses;
import io.github.fleetdns.traffic.Population;
import io.github.fleetdns.traffic.Scenario;
import io.github.fleetdns.traffic.ServiceTraffic;
import io.github.fleetdns.traffic.TrafficModel;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.IpAddress;
import io.github.fleetdns.zone.RecordType;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The world's traffic of one service, when all is well and under every single loss of an endpoint,
 * a region or a health check. A zone has fifty record sets for each endpoint; the service goes by
 * continent, then by latency, then by weight.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class TrafficBenchmark {
  private static final int RECORDS_PER_ENDPOINT = 50;

  /** How many endpoints the service has. */
  @Param({"25", "50", "100", "200"})
  public int endpoints;

  private TrafficModel model = TrafficModel.of(emptyZone(), List.of());
  private List<Loss> single = List.of();

  /** Compiles the fleet and finds out what can be lost. */
  @Setup
  public void prepare() {
    Fleet fleet = Fleets.read(Fleets.world(endpoints, endpoints * RECORDS_PER_ENDPOINT));
    HostedZone zone = FleetCompiler.compile(fleet).zone();
    model =
        TrafficModel.of(zone, fleet.endpoints().stream().map(TrafficBenchmark::server).toList());
    single = Losses.single(zone, model.servers());
    System.out.printf(
        "%n%d record sets, %d endpoints, %d groups of clients, %d losses%n",
        zone.recordSets().size(),
        model.servers().size(),
        Population.of(zone).groups().size(),
        single.size());
  }

  private static HostedZone emptyZone() {
    return FleetCompiler.compile(Fleet.builder("none", "ai.example.com").build()).zone();
  }

  private static Server server(Endpoint endpoint) {
    Set<String> values =
        ((Target.Addresses) endpoint.target())
            .addresses().stream().map(IpAddress::toString).collect(Collectors.toSet());
    return Server.at(
        endpoint.name(), endpoint.region().orElseThrow(), values, Set.of(endpoint.name()));
  }

  /** Who serves whom when all is well. */
  @Benchmark
  public Scenario normal() {
    return traffic().normal();
  }

  /** Who serves whom when all is well, and under every single loss. */
  @Benchmark
  public List<Scenario> everySingleLoss() {
    return traffic().under(single, () -> {});
  }

  private ServiceTraffic traffic() {
    return model.of(Question.of("api.ai.example.com", RecordType.A), Population.of(model.zone()));
  }
}
