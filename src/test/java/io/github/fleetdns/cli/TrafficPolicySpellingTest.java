package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Amazon's reference spells a key in one way, the data source of the AWS provider in another. */
class TrafficPolicySpellingTest {
  private static final String DOCUMENT =
      """
      {"AWSPolicyFormatVersion": "2015-10-01", "RecordType": "A", "StartRule": "near",
       "Endpoints": {"eu": {"Type": "value", "Value": "52.94.0.1"},
                     "us": {"Type": "value", "Value": "52.94.0.2"}},
       "Rules": {"near": {"RuleType": "geoproximity", "%s": [
         {"EndpointReference": "eu", "Region": "aws:route53:eu-central-1", "Bias": "0"},
         {"EndpointReference": "us", "Region": "aws:route53:us-east-1", "Bias": "0"}]}}}
      """;

  private static final String CONFIGURATION =
      """
      {"resource": {
        "aws_route53_zone": {"z": {"name": "example.com"}},
        "aws_route53_traffic_policy": {"p": {"name": "p", "document": "%s"}},
        "aws_route53_traffic_policy_instance": {"i": {
          "name": "api.example.com", "traffic_policy_id": "${aws_route53_traffic_policy.p.id}",
          "traffic_policy_version": 1, "hosted_zone_id": "${aws_route53_zone.z.zone_id}", "ttl": 60}}}}
      """;

  @TempDir private Path folder;
  private final Launched program = new Launched();

  @ParameterizedTest
  @ValueSource(strings = {"GeoproximityLocations", "GeoProximityLocations"})
  void locationsAreReadInBothSpellings(String key) throws Exception {
    String document = DOCUMENT.formatted(key).replace("\n", " ").replace("\"", "\\\"");
    Path file =
        Files.writeString(folder.resolve("main.tf.json"), CONFIGURATION.formatted(document));
    assertThat(program.run("answer", file.toString(), "api.example.com", "--country", "DE"))
        .isZero();
    assertThat(program.out()).contains("52.94.0.1").doesNotContain("52.94.0.2");
  }
}
