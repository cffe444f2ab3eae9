package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class ReportCommandTest {
  private static final Path CHANGES = Path.of("src", "test", "resources", "changes");
  private static final String BEFORE = "plan.json before it is applied";

  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void aPlanIsShownWithWhatIsBeforeIt() throws Exception {
    String page = report("001-policies");
    assertThat(page).contains(", compared with", BEFORE);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aPlanFromNothingIsShownAlone() throws Exception {
    assertThat(report("002-from-nothing")).doesNotContain("compared with", BEFORE);
  }

  @Test
  void ofAPlanThatDestroysWhatIsThereIsShown() throws Exception {
    assertThat(report("003-destroyed")).contains(BEFORE).doesNotContain("compared with");
    assertThat(err.toString()).contains("leaves no routed name");
  }

  @Test
  void aPlanComparedWithAnotherFileIsTakenForWhatItLeadsTo() throws Exception {
    String page =
        report(
            "001-policies", "--against", CHANGES.resolve("002-from-nothing/plan.json").toString());
    assertThat(page).contains("compared with").doesNotContain(BEFORE);
  }

  @Test
  void aFleetComparedWithItsTerraformHasTheFleetsEndpointsOnBothSides() throws Exception {
    Path fleet =
        Files.writeString(
            folder.resolve("fleet.yaml"),
            """
            fleet: twins
            zone: {name: ai.example.com}
            endpoints:
              a: {address: 52.94.1.1}
              b: {address: 52.94.1.1}
            services:
              api: {route: {weighted: {blue: {weight: 3, route: a}, green: {weight: 1, route: b}}}}
            """);
    Path terraform =
        Files.writeString(
            folder.resolve("main.tf.json"),
            """
            {"resource": {
              "aws_route53_zone": {"z": {"name": "ai.example.com"}},
              "aws_route53_record": {
                "blue": {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "api", "type": "A",
                  "ttl": 300, "records": ["52.94.1.1"], "set_identifier": "blue",
                  "weighted_routing_policy": {"weight": 3}},
                "green": {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "api", "type": "A",
                  "ttl": 300, "records": ["52.94.1.1"], "set_identifier": "green",
                  "weighted_routing_policy": {"weight": 1}}}}}
            """);
    for (Path[] pair : new Path[][] {{fleet, terraform}, {terraform, fleet}}) {
      Path page = folder.resolve("report.html");
      int exit =
          Main.run(
              new Terminal(
                  new PrintWriter(new StringWriter()), new PrintWriter(err, true), false, Ansi.OFF),
              "report",
              pair[0].toString(),
              "-o",
              page.toString(),
              "--against",
              pair[1].toString());
      assertThat(exit).describedAs(err.toString()).isZero();
      assertThat(Files.readString(page))
          .contains("{\"title\":\"a\",\"endpoint\":0},{\"title\":\"b\",\"endpoint\":1}]")
          .doesNotContain("\"title\":\"52.94.1.1\"");
    }
  }

  private String report(String change, String... options) throws Exception {
    Path page = folder.resolve("report.html");
    String[] args = new String[options.length + 4];
    args[0] = "report";
    args[1] = CHANGES.resolve(change).resolve("plan.json").toString();
    args[2] = "-o";
    args[3] = page.toString();
    System.arraycopy(options, 0, args, 4, options.length);
    int exit =
        Main.run(
            new Terminal(
                new PrintWriter(new StringWriter()), new PrintWriter(err, true), false, Ansi.OFF),
            args);
    assertThat(exit).describedAs(err.toString()).isZero();
    return Files.readString(page);
  }
}
