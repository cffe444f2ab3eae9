package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Terraform and Route 53 take, and nobody means. */
class MistakesInTerraformTest {
  @TempDir private Path folder;
  private final Launched program = new Launched();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@                         | so this is @.example.net",
        "_challenge.old.example.com | ends in another zone's, old.example.com, and gets this zone's",
        "old.example.com.           | ends in another zone's, old.example.com, and gets this zone's",
        "www.                      | a final dot does not make a name absolute here: this is www.example.net"
      })
  void aNameThatComesOutOtherwiseThanItLooks(String name, String said) throws Exception {
    assertThat(check(record(name, "A", "52.94.0.1"))).contains(said, "terraform-surprising");
  }

  @ParameterizedTest
  @CsvSource({"www", "www.example.net", "www.example.net.", "''", "example.net"})
  void aNameThatIsMeant(String name) throws Exception {
    assertThat(check(record(name, "A", "52.94.0.1"))).isEmpty();
  }

  @Test
  void quotesAroundATextAreTerraforms() throws Exception {
    assertThat(check(record("t", "TXT", "\\\"v=spf1 -all\\\"")))
        .contains("the provider puts quotes around each value by itself");
    assertThat(check(record("t", "TXT", "v=spf1 -all"))).isEmpty();
    assertThat(check(record("t", "TXT", "one\\\" \\\"two"))).isEmpty();
  }

  private static String record(String name, String type, String value) {
    return """
        "aws_route53_zone": {"old": {"name": "old.example.com"}, "new": {"name": "example.net"}},
        "aws_route53_record": {"r": {"zone_id": "${aws_route53_zone.new.zone_id}", "name": "%s",
          "type": "%s", "ttl": 60, "records": ["%s"]}}
        """
        .formatted(name, type, value);
  }

  @Test
  void aChildThatItsParentDoesNotDelegateTo() throws Exception {
    assertThat(check(zones("www.example.com", "A")))
        .contains("resolvers do not get to api.example.com", "zone-undelegated");
    assertThat(check(zones("api.example.com", "NS"))).doesNotContain("zone-undelegated");
    // The zone between the two may delegate, and is not here.
    assertThat(check(zones("com.api.example.com", "NS"))).contains("zone-undelegated");
  }

  private static String zones(String name, String type) {
    return """
        "aws_route53_zone": {"a": {"name": "example.com"}, "b": {"name": "api.example.com"}},
        "aws_route53_record": {"r": {"zone_id": "${aws_route53_zone.a.zone_id}", "name": "%s",
          "type": "%s", "ttl": 60, "records": ["%s"]}}
        """
        .formatted(name, type, type.equals("A") ? "52.94.0.1" : "ns.example.org");
  }

  @Test
  void aDataSourceOfAZoneThatIsMadeHereIsThatZone() throws Exception {
    String text =
        """
        {"resource": {"aws_route53_zone": {"a": {"name": "example.com"}},
          "aws_route53_record": {
            "r": {"zone_id": "${aws_route53_zone.a.zone_id}", "name": "a", "type": "A", "ttl": 60,
              "records": ["52.94.0.1"]},
            "s": {"zone_id": "${data.aws_route53_zone.a.zone_id}", "name": "b", "type": "A",
              "ttl": 60, "records": ["52.94.0.2"]}}},
         "data": {"aws_route53_zone": {"a": {"name": "Example.com."}}}}
        """;
    Path file = Files.writeString(folder.resolve("main.tf.json"), text);
    assertThat(program.run("check", file.toString())).isZero();
    assertThat(program.out()).contains("zone example.com, 2 record sets");
  }

  private String check(String resources) throws IOException {
    Path file =
        Files.writeString(folder.resolve("main.tf.json"), "{\"resource\": {" + resources + "}}");
    program.run("check", file.toString());
    return program.err();
  }
}
