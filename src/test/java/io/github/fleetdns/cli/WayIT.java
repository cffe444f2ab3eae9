package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fleetdns.terraform.Terraform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random changes of small zones, applied by the real CLI: no apply is refused that was said to work
 * in any order, the printed steps lead there, and no name is without an answer for longer than
 * said.
 */
class WayIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAIRS = Integer.getInteger("fleetdns.ways", 12);

  @TempDir private Path scratch;
  private final Launched program = new Launched();

  @BeforeAll
  static void terraformIsThereAndFindsTheProvider(@TempDir Path probe) throws Exception {
    Terraform.assumeThere(probe);
  }

  @AfterEach
  void unlinkPlugins() throws Exception {
    Terraform.unlinkPlugins(scratch);
  }

  static Stream<Integer> seeds() {
    return Stream.iterate(1, seed -> seed + 1).limit(PAIRS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatTerraformDoesWasSaidBefore(int seed) throws Exception {
    Random random = new Random(seed);
    Map<String, Object> old = records(random);
    Map<String, Object> updated = changed(old, random);
    Path before = write(Files.createDirectory(scratch.resolve("old")), old);
    Path after = write(Files.createDirectory(scratch.resolve("new")), updated);
    program.run("diff", before.toString(), after.toString(), "--format", "json");
    JsonNode way = JSON.readTree(program.out()).get("way");
    String verdict = way.get("verdict").asText();
    String told = seed + ": " + way.get("what").asText() + "\n" + old + "\n→ " + updated;

    Path folder = Files.createDirectory(scratch.resolve("apply"));
    Terraform terraform = applied(folder, old);
    int calls = journal(folder).size();
    write(folder, updated);
    Terraform.Run apply = terraform.run("apply", "-auto-approve");
    if (apply.exit() != 0) {
      assertThat(verdict).describedAs("%s%n%s", told, apply.output()).isNotEqualTo("any-order");
    } else {
      assertThat(verdict).describedAs(told).isNotEqualTo("no-order");
      gapsAreNoLongerThanSaid(journal(folder), calls, way, told);
    }
    stepsLeadThere(way.get("steps"), old, updated, told);
  }

  private void stepsLeadThere(
      JsonNode steps, Map<String, Object> old, Map<String, Object> updated, String told)
      throws Exception {
    List<String> lines = new ArrayList<>();
    steps.forEach(line -> lines.add(line.asText()));
    // A batch wants the AWS CLI, and Route 53's API for it.
    if (lines.isEmpty() || lines.stream().anyMatch(line -> line.startsWith("aws "))) {
      return;
    }
    Path folder = Files.createDirectory(scratch.resolve("steps"));
    Terraform terraform = applied(folder, old);
    write(folder, updated);
    for (String line : lines) {
      if (line.startsWith("terraform ")) {
        List<String> words = new ArrayList<>(List.of(line.replace("'", "").split(" ")));
        words.remove(0);
        if (words.get(0).equals("apply")) {
          words.add(1, "-auto-approve");
        }
        Terraform.Run run = terraform.run(words.toArray(String[]::new));
        assertThat(run.exit()).describedAs("%s%n%s%n%s", told, line, run.output()).isZero();
      }
    }
    assertThat(terraform.run("plan", "-detailed-exitcode").exit()).describedAs(told).isZero();
  }

  private Terraform applied(Path folder, Map<String, Object> records) throws Exception {
    Terraform terraform = Terraform.in(folder);
    write(folder, records);
    terraform.run("init", "-input=false").succeeds();
    Terraform.Run apply = terraform.run("apply", "-auto-approve");
    assumeFalse(apply.foundNoAws(), "an apply wants an emulator of AWS");
    apply.succeeds();
    assumeTrue(
        Files.exists(folder.resolve(".terraform/route53.jsonl")),
        "this provider keeps no journal of its calls");
    return terraform;
  }

  private static List<JsonNode> journal(Path folder) throws Exception {
    List<JsonNode> calls = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(".terraform/route53.jsonl"))) {
      calls.add(JSON.readTree(line));
    }
    return calls;
  }

  /** How long each name had no record set, by the times of the calls. */
  private static void gapsAreNoLongerThanSaid(
      List<JsonNode> journal, int from, JsonNode way, String told) {
    Map<String, Set<String>> standing = new HashMap<>();
    Map<String, Double> since = new HashMap<>();
    Map<String, Double> longest = new HashMap<>();
    for (int i = 0; i < journal.size(); i++) {
      JsonNode call = journal.get(i);
      if (!call.get("call").asText().equals("change") || call.has("refused")) {
        continue;
      }
      Set<String> touched = new HashSet<>();
      for (JsonNode change : call.at("/args/changes")) {
        JsonNode set = change.get(1);
        String name = set.get("Name").asText().replaceAll("\\.$", "");
        String key = set.get("Type").asText() + " " + set.path("SetIdentifier").asText();
        Set<String> there = standing.computeIfAbsent(name, n -> new HashSet<>());
        if (change.get(0).asText().equals("DELETE")) {
          there.remove(key);
        } else {
          there.add(key);
        }
        touched.add(name);
      }
      double at = call.get("at").asDouble();
      for (String name : touched) {
        if (standing.get(name).isEmpty()) {
          since.put(name, at);
        } else if (since.containsKey(name) && i >= from) {
          longest.merge(name, at - since.remove(name), Math::max);
        }
      }
    }
    longest.forEach(
        (name, seconds) -> {
          double said = -1;
          for (JsonNode gap : way.get("gaps")) {
            if (gap.get("name").asText().equals(name)
                && gap.get("who").asText().equals("everybody")) {
              said = Math.max(said, gap.get("seconds").asDouble());
            }
          }
          assertThat(seconds).describedAs("%s: %s", name, told).isLessThanOrEqualTo(said);
        });
  }

  // ---- random zones ----

  private static Path write(Path folder, Map<String, Object> records) throws Exception {
    Map<String, Object> resources = new LinkedHashMap<>();
    resources.put("aws_route53_zone", Map.of("z", Map.of("name", "example.com")));
    if (!records.isEmpty()) {
      resources.put("aws_route53_record", records);
    }
    Map<String, Object> file = new LinkedHashMap<>();
    file.put(
        "terraform",
        Map.of(
            "required_providers",
            Map.of("aws", Map.of("source", "hashicorp/aws", "version", "~> 5.23"))));
    file.put("provider", Map.of("aws", Map.of("region", "us-east-1")));
    file.put("resource", resources);
    Path written = folder.resolve("main.tf.json");
    JSON.writeValue(written.toFile(), file);
    return written;
  }

  private static Map<String, Object> records(Random random) {
    Map<String, Object> records = new LinkedHashMap<>();
    for (String name : List.of("a", "b")) {
      records.putAll(name(name, random));
    }
    return records;
  }

  private static Map<String, Object> changed(Map<String, Object> old, Random random) {
    Map<String, Object> records = new LinkedHashMap<>(old);
    for (String name : List.of("a", "b")) {
      if (random.nextBoolean()) {
        records.keySet().removeIf(address -> address.startsWith(name));
        records.putAll(name(name, random));
      }
    }
    return records;
  }

  private static Map<String, Object> name(String name, Random random) {
    Map<String, Object> records = new LinkedHashMap<>();
    switch (random.nextInt(5)) {
      case 0 -> records.put(name + "-cname", record(name, "CNAME", "x.example.net", 60));
      case 1 -> {
        int ttl = random.nextBoolean() ? 60 : 300;
        for (String id : random.nextBoolean() ? List.of("x", "y") : List.of("y", "z")) {
          Map<String, Object> record = record(name, "A", "192.0.2.1", ttl);
          record.put("set_identifier", id);
          record.put("weighted_routing_policy", List.of(Map.of("weight", random.nextInt(9))));
          records.put(name + "-" + id, record);
        }
      }
      case 2, 3 -> {
        List<String> regions =
            random.nextBoolean()
                ? List.of("us-east-1", "us-west-2")
                : List.of("us-west-2", "us-east-1");
        List<String> ids = random.nextBoolean() ? List.of("x", "y") : List.of("y", "z");
        for (int i = 0; i < ids.size(); i++) {
          Map<String, Object> record = record(name, "A", "192.0.2.2", 60);
          record.put("set_identifier", ids.get(i));
          record.put("latency_routing_policy", List.of(Map.of("region", regions.get(i))));
          records.put(name + "-" + ids.get(i), record);
        }
      }
      default ->
          records.put(
              name + (random.nextBoolean() ? "" : "-other"), record(name, "A", "192.0.2.3", 60));
    }
    return records;
  }

  private static Map<String, Object> record(String name, String type, String value, int ttl) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("zone_id", "${aws_route53_zone.z.zone_id}");
    record.put("name", name + ".example.com");
    record.put("type", type);
    record.put("ttl", ttl);
    record.put("records", List.of(value));
    return record;
  }
}
