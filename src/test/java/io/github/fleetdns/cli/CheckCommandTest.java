package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** Terraform is checked by the rules that fleet files are checked by. */
class CheckCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int check(Object... files) {
    String[] args = new String[files.length + 1];
    args[0] = "check";
    for (int i = 0; i < files.length; i++) {
      args[i + 1] = files[i].toString();
    }
    return Main.run(
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, Ansi.OFF),
        args);
  }

  @Test
  void aFloodOfOneMistakeIsAList() throws Exception {
    StringBuilder text = new StringBuilder("fleet: demo\nzone: {name: a.example.com}\nrecords:\n");
    for (int i = 0; i < 1000; i++) {
      text.append("  r").append(i).append(": {A: 10.0.0.1}\n");
    }
    Path file = Files.writeString(folder.resolve("fleet.yaml"), text);

    assertThat(check(file)).isEqualTo(ExitCode.OK);
    assertThat(err.toString())
        .contains(
            "… and 997 more warnings of this kind in ", "(address-reserved); --all has them all");
    assertThat(err.toString().lines()).hasSize(4);
    assertThat(out.toString()).contains("1000 warnings");

    check("--all", file);
    assertThat(err.toString().lines()).hasSize(4 + 1000);
  }

  @Test
  void aRuleThatTerraformBreaksIsSaidAtItsResource() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("main.tf.json"),
            """
            {"resource": {"aws_route53_zone": {"z": {"name": "example.com"}},
              "aws_route53_record": {
                "heavy": {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "a", "type": "A",
                  "ttl": 60, "records": ["52.94.1.1"], "set_identifier": "x",
                  "weighted_routing_policy": {"weight": 300}},
                "later": {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "b", "type": "A",
                  "ttl": 60, "records": ["${aws_eip.b.public_ip}"]}}}}
            """);

    assertThat(check(file)).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString())
        .contains("main.tf.json:3:14: error: aws_route53_record.heavy: ")
        .contains("300")
        .contains("main.tf.json:7:29: warning: aws_route53_record.later: a value is not known")
        .doesNotContain("IPv4 address, such as");
    assertThat(out.toString()).contains("zone example.com, 2 record sets, 1 error, 1 warning");
  }

  @Test
  void fleetFilesAndTerraformAreCheckedTogether() {
    Path plan =
        Path.of("src", "test", "resources", "terraform", "001-weighted-for-each", "plan.json");

    assertThat(check("fleet.yaml", plan)).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains("fleet.yaml: zone aiapp.example.com, 3 record sets")
        .contains("plan.json: zone shop.example.com, 4 record sets");
  }
}
