package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order in which somebody wrote the values of a record set changes nothing, anywhere. */
class OrderOfValuesTest {
  @TempDir private Path scratch;

  @Test
  void aFleetFileGivesTheSameBytes() throws IOException {
    String addresses = "[52.94.1.10, \"2600:1f00::10\", 52.94.1.9, \"2600:1f00::9\"]";
    String reversed = "[\"2600:1f00::9\", 52.94.1.9, \"2600:1f00::10\", 52.94.1.10]";
    String fleet =
        """
        fleet: ai
        zone: {name: ai.example.com}
        defaults: {ttl: 60}
        endpoints:
          a: {region: eu-central-1, address: ADDRESSES, health: {https: /health}}
          b: {region: us-east-1, address: [52.94.2.1, "2600:1f00::2"], health: {https: /health}}
        services:
          api: {route: {weighted: {a: 1, b: 1}}}
          all: {route: {simple: MEMBERS}}
        records:
          "@":
            MX: MAIL
            TXT: TEXTS
        """;
    String one =
        fleet
            .replace("ADDRESSES", addresses)
            .replace("MEMBERS", "[a, b]")
            .replace("MAIL", "[10 mx2.example.net., 5 mx.example.net., 10 mx1.example.net.]")
            .replace("TEXTS", "[v=spf1 -all, \"1 word\", site=x]");
    String other =
        fleet
            .replace("ADDRESSES", reversed)
            .replace("MEMBERS", "[b, a]")
            .replace("MAIL", "[10 mx1.example.net., 10 mx2.example.net., 5 mx.example.net.]")
            .replace("TEXTS", "[site=x, \"1 word\", v=spf1 -all]");

    assertThat(outputs("fleet.yaml", one, true)).isEqualTo(outputs("fleet.yaml", other, true));
    assertThat(Files.readString(scratch.resolve("out/stacks/ai/cdk.tf.json")))
        .containsSubsequence("52.94.1.9", "52.94.1.10")
        .containsSubsequence("5 mx.example.net.", "10 mx1.example.net.", "10 mx2.example.net.");
  }

  @Test
  void terraformGivesTheSameBytes() throws IOException {
    String terraform =
        """
        {"resource": {
          "aws_route53_zone": {"z": {"name": "ai.example.com"}},
          "aws_route53_record": {
            "a": {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "a.ai.example.com",
                  "type": "A", "ttl": 60, "records": ADDRESSES, "set_identifier": "a",
                  "weighted_routing_policy": {"weight": 1}},
            "later": {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "b.ai.example.com",
                  "type": "A", "ttl": 60, "records": LATER}}}}
        """;
    String one =
        terraform
            .replace("ADDRESSES", "[\"52.94.1.10\", \"52.94.1.9\"]")
            .replace("LATER", "[\"${aws_eip.b.public_ip}\", \"${aws_eip.a.public_ip}\"]");
    String other =
        terraform
            .replace("ADDRESSES", "[\"52.94.1.9\", \"52.94.1.10\"]")
            .replace("LATER", "[\"${aws_eip.a.public_ip}\", \"${aws_eip.b.public_ip}\"]");

    assertThat(outputs("main.tf.json", one, false))
        .isEqualTo(outputs("main.tf.json", other, false));
  }

  /** What each command prints, says and writes, for a file of this name and text. */
  private Map<String, List<String>> outputs(String name, String text, boolean isFleet)
      throws IOException {
    Path file = scratch.resolve(name);
    Path base = scratch.resolve("base-" + name);
    if (!Files.exists(base)) {
      Files.writeString(base, text.replace("52.94.1.9", "52.94.1.8"));
    }
    Files.writeString(file, text);
    List<String> files = List.of("check", "traffic", "report", "answer", "diff");
    Map<String, List<String>> outputs = new LinkedHashMap<>();
    for (String command : files) {
      List<String> args = new ArrayList<>(List.of(command));
      if (command.equals("diff")) {
        args.add(base.toString());
      }
      args.add(file.toString());
      if (command.equals("answer")) {
        args.add("a.ai.example.com");
      }
      if (command.equals("report")) {
        args.addAll(List.of("-o", scratch.resolve("report.html").toString()));
      }
      run(outputs, args);
    }
    outputs.put("report.html", Files.readAllLines(scratch.resolve("report.html")));
    if (isFleet) {
      run(outputs, List.of("explain", file.toString()));
      run(outputs, List.of("iam", file.toString()));
      run(outputs, List.of("synth", file.toString(), "--out", scratch.resolve("out").toString()));
      outputs.put("cdk.tf.json", Files.readAllLines(scratch.resolve("out/stacks/ai/cdk.tf.json")));
    }
    return outputs;
  }

  private void run(Map<String, List<String>> outputs, List<String> args) {
    Launched program = new Launched();
    int exit = program.run(args.toArray(String[]::new));
    assertThat(exit).describedAs(args + program.err()).isZero();
    outputs.put(args.get(0), List.of(program.out(), program.err()));
  }
}
