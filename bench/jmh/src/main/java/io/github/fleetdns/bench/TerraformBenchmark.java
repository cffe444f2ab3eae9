package io.github.fleetdns.bench;

import io.github.fleetdns.input.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Reading Terraform: from a file's text to its hosted zones. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TerraformBenchmark {
  /** How many records the zone has. */
  @Param({"3", "1000", "10000"})
  public int records;

  private Path configuration = Path.of("");
  private Path state = Path.of("");

  /** Writes the same zone as a configuration and as a state. */
  @Setup
  public void prepare() throws IOException {
    configuration = Files.createTempFile("bench", ".tf.json");
    state = Files.createTempFile("state", ".json");
    StringBuilder resources =
        new StringBuilder(
            """
            {"resource": {
              "aws_route53_zone": {"zone": {"name": "ai.example.com"}},
              "aws_route53_record": {
            """);
    StringBuilder instances =
        new StringBuilder(
            """
            {"format_version": "1.0", "terraform_version": "1.9.0", "values": {"root_module": {"resources": [
              {"address": "aws_route53_zone.zone", "mode": "managed", "type": "aws_route53_zone",
               "name": "zone", "schema_version": 0,
               "values": {"name": "ai.example.com", "zone_id": "Z1", "id": "Z1"}}
            """);
    for (int i = 0; i < records; i++) {
      String name = String.format(Locale.ROOT, "s%05d", i);
      String common =
          String.format(
              Locale.ROOT,
              "\"name\": \"%s.ai.example.com\", \"type\": \"A\", \"ttl\": 60, \"records\": [\"52.0.%d.%d\"]",
              name,
              i >> 8 & 255,
              i & 255);
      resources
          .append(i == 0 ? "" : ",\n")
          .append("\"" + name + "\": {\"zone_id\": \"${aws_route53_zone.zone.zone_id}\", ")
          .append(common + "}");
      instances
          .append(",\n{\"address\": \"aws_route53_record." + name + "\", \"mode\": \"managed\", ")
          .append("\"type\": \"aws_route53_record\", \"name\": \"" + name + "\", ")
          .append("\"schema_version\": 2, \"values\": {\"zone_id\": \"Z1\", " + common + "}}");
    }
    Files.writeString(configuration, resources + "}}}\n");
    Files.writeString(state, instances + "]}}}\n");
    expect(configuration());
    expect(state());
  }

  private void expect(Input input) {
    int found = input.zones().stream().mapToInt(zone -> zone.zone().recordSets().size()).sum();
    if (found != records || !input.problems().isEmpty()) {
      throw new IllegalStateException(found + " record sets, " + input.problems());
    }
  }

  /** Removes the files. */
  @TearDown
  public void remove() throws IOException {
    Files.delete(configuration);
    Files.delete(state);
  }

  /** A configuration, as synth writes it: with references from one resource to the next. */
  @Benchmark
  public Input configuration() {
    return Input.read(configuration);
  }

  /** A state, as {@code terraform show -json} tells it. */
  @Benchmark
  public Input state() {
    return Input.read(state);
  }
}
