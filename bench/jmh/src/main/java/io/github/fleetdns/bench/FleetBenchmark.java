package io.github.fleetdns.bench;

import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.rule.Finding;
import io.github.fleetdns.zone.rule.Rules;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** From a fleet file to a zone that Route 53 would take: reading, compiling, the rules. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FleetBenchmark {
  /** How many servers the fleet has. */
  @Param({"3", "1000", "10000"})
  public int servers;

  /** Plain records, or pools and services with health checks. */
  @Param({"plain", "steered"})
  public String kind = "plain";

  private String yaml = "";
  private Fleet fleet;
  private HostedZone zone;

  /** Prepares what the parts begin with. */
  @Setup
  public void prepare() {
    yaml = kind.equals("plain") ? Fleets.plain(servers) : Fleets.steered(servers);
    fleet = Fleets.read(yaml);
    zone = FleetCompiler.compile(fleet).zone();
  }

  /** All of {@code fleetdns check}: YAML, schema, references, compiling, rules. */
  @Benchmark
  public FleetFile read() {
    return FleetFile.parse("fleet.yaml", yaml);
  }

  /** From the fleet to the hosted zone. */
  @Benchmark
  public HostedZone compile() {
    return FleetCompiler.compile(fleet).zone();
  }

  /** What Route 53 would refuse of the zone. */
  @Benchmark
  public List<Finding> rules() {
    return Rules.check(zone);
  }
}
