package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plan and a state of 10,000 record sets in 200 zones. */
class LargeTerraformTest {
  private static final int ZONES = 200;
  private static final int RECORDS = 10_000;

  @TempDir private Path folder;
  private final Launched program = new Launched();

  /** What Terraform shows, and how a record's zone is said in it. */
  enum Shown {
    STATE,
    PLAN,
    /** A plan that does not say which zone a record is in, but that its name ends with one's. */
    PLAN_THROUGH_LOCALS,
    /** A plan in which every record may be in every zone. */
    PLAN_OF_RELATIVE_NAMES
  }

  @ParameterizedTest
  @EnumSource
  void isReadAndCheckedInTimeThatGrowsWithIt(Shown shown) throws Exception {
    double quarter = seconds(shown, 4);
    double whole = seconds(shown, 1);

    boolean placed = shown != Shown.PLAN_OF_RELATIVE_NAMES;
    assertThat(program.out())
        .containsPattern("zone199.example.com +public +" + (placed ? 50 : 0) + " ");
    assertThat(whole).describedAs("seconds of processor time").isLessThan(20);
    if (placed) {
      // With the square it would be sixteen times.
      assertThat(whole / quarter).describedAs("times a quarter of it").isLessThan(10);
    }

    String asked = "r4321.zone121.example.com";
    assertThat(program.run("answer", folder.resolve("it.json").toString(), asked, "A")).isZero();
    assertThat(program.out())
        .contains(placed ? "52.0.16.225" : "the zone of aws_route53_record.r[\"r4321\"]");
  }

  private double seconds(Shown shown, int part) throws IOException {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    check(shown, ZONES / part, RECORDS / part);
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
  }

  private void check(Shown shown, int zones, int records) throws IOException {
    Path file = Files.writeString(folder.resolve("it.json"), json(shown, zones, records));
    assertThat(program.run("check", file.toString())).describedAs(program.err()).isZero();
  }

  private static String json(Shown shown, int zones, int records) {
    boolean state = shown == Shown.STATE;
    List<String> resources = new ArrayList<>();
    List<String> changes = new ArrayList<>();
    for (int z = 0; z < zones; z++) {
      String key = zone(z);
      String values =
          "\"name\": \"%s\"%s"
              .formatted(
                  key, state ? ", \"id\": \"Z%d\", \"zone_id\": \"Z%d\"".formatted(z, z) : "");
      resources.add(resource("zone", "z", key, values));
      changes.add(
          change("zone", "z", key, values, "\"id\": true, \"zone_id\": true, \"arn\": true"));
    }
    for (int r = 0; r < records; r++) {
      String name = "r" + r + (shown == Shown.PLAN_OF_RELATIVE_NAMES ? "" : "." + zone(r % zones));
      String values =
          "\"name\": \"%s\", \"type\": \"A\", \"ttl\": 60, \"records\": [\"52.%d.%d.%d\"]%s"
              .formatted(
                  name,
                  r >> 16,
                  r >> 8 & 255,
                  r & 255,
                  state ? ", \"zone_id\": \"Z%d\"".formatted(r % zones) : "");
      resources.add(resource("record", "r", "r" + r, values));
      changes.add(
          change(
              "record", "r", "r" + r, values, "\"id\": true, \"zone_id\": true, \"fqdn\": true"));
    }
    String all = "{\"root_module\": {\"resources\": [%s]}}".formatted(String.join(",", resources));
    return state
        ? "{\"format_version\": \"1.0\", \"terraform_version\": \"1.11.4\", \"values\": %s}"
            .formatted(all)
        : """
          {"format_version": "1.2", "terraform_version": "1.11.4", "planned_values": %s,
           "variables": {"records": {"value": {%s}}},
           "resource_changes": [%s], "configuration": %s}
          """
            .formatted(
                all,
                String.join(
                    ",",
                    IntStream.range(0, records)
                        .mapToObj(r -> "\"r%d\": {\"zone\": \"%s\"}".formatted(r, zone(r % zones)))
                        .toList()),
                String.join(",", changes),
                configuration(shown == Shown.PLAN ? "var" : "local"));
  }

  private static String configuration(String root) {
    return """
        {"root_module": {"variables": {"records": {}}, "resources": [
         {"address": "aws_route53_zone.z", "mode": "managed", "type": "aws_route53_zone", "name": "z",
          "expressions": {"name": {"references": ["each.key"]}},
          "for_each_expression": {"references": ["local.zones"]}},
         {"address": "aws_route53_record.r", "mode": "managed", "type": "aws_route53_record",
          "name": "r", "for_each_expression": {"references": ["%s.records"]}, "expressions": {
           "zone_id": {"references": ["aws_route53_zone.z", "each.value.zone", "each.value"]}}}]}}
        """
        .formatted(root);
  }

  private static String zone(int number) {
    return String.format(Locale.ROOT, "zone%d.example.com", number);
  }

  private static String resource(String type, String name, String key, String values) {
    return "{%s, \"values\": {%s}}".formatted(what(type, name, key), values);
  }

  private static String change(
      String type, String name, String key, String values, String unknown) {
    return "{%s, \"change\": {\"actions\": [\"create\"], \"before\": null, \"after\": {%s},"
            .formatted(what(type, name, key), values)
        + " \"after_unknown\": {%s}}}".formatted(unknown);
  }

  private static String what(String type, String name, String key) {
    return "\"address\": \"aws_route53_%s.%s[\\\"%s\\\"]\", \"mode\": \"managed\","
            .formatted(type, name, key)
        + " \"type\": \"aws_route53_%s\", \"name\": \"%s\", \"index\": \"%s\""
            .formatted(type, name, key);
  }
}
