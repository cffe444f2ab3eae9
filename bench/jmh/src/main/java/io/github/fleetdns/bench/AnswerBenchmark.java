package io.github.fleetdns.bench;

import io.github.fleetdns.answer.Answer;
import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Question;
import io.github.fleetdns.answer.Resolver;
import io.github.fleetdns.answer.Situation;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordType;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Answers in process, on one thread: questions and clients change from one to the next. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class AnswerBenchmark {
  private static final int MANY = 10_000;

  private final List<Client> clients =
      List.of(Client.in("DE"), Client.in("US", "CA"), Client.in("JP"), Client.in("BR"));

  private Situation three;
  private Situation tree;
  private Situation many;
  private Resolver treeResolver;
  private final Question api = Question.of("api.ai.example.com", RecordType.A);
  private Question[] names = {};
  private int turn;

  /** Compiles the zones. */
  @Setup
  public void prepare() {
    three = Resolver.of(zone(Fleets.weighted())).under(Outages.NONE);
    treeResolver = Resolver.of(zone(Fleets.tree()));
    tree = treeResolver.under(Outages.ofChecks("eu-1"));
    many = Resolver.of(zone(Fleets.plain(MANY))).under(Outages.NONE);
    names = new Question[MANY];
    for (int i = 0; i < MANY; i++) {
      names[i] = Question.of(String.format("s%05d.ai.example.com", i), RecordType.A);
    }
  }

  private static HostedZone zone(String yaml) {
    return FleetCompiler.compile(Fleets.read(yaml)).zone();
  }

  private Client client() {
    return clients.get(turn++ & 3);
  }

  /** Three weighted records. */
  @Benchmark
  public Answer threeRecords() {
    return three.answer(api, client());
  }

  /** Geolocation over failover over weighted, one server down. */
  @Benchmark
  public Answer treeOfThreeLevels() {
    return tree.answer(api, client());
  }

  /** One of 10,000 names. */
  @Benchmark
  public Answer tenThousandRecords() {
    return many.answer(names[turn % MANY], client());
  }

  /** The tree under outages that nothing is known of yet: what a new situation costs. */
  @Benchmark
  public Answer newSituation() {
    return treeResolver.answer(api, client(), Outages.ofChecks("us-1"));
  }
}
