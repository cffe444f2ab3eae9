package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class ResidencyCheckTest {
  private static final String FLEET =
      """
      fleet: residency
      zone: {name: ai.example.com}
      defaults: {ttl: 60, health: {https: /healthz}}
      endpoints:
        eu-1: {region: eu-central-1, address: 52.94.1.1}
        eu-2: {region: eu-west-1, address: 52.94.1.2}
        us-1: {region: us-east-1, address: 52.94.1.3}
      services:
        api:
          route:
            geolocation:
              europe: %s
              "*": us-1
      residency:
        %s: [%s]
      """;

  private static final String WITHIN_EUROPE = "{weighted: {eu-1: 3, eu-2: 1}}";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int run(String command, String europe, String place, String regions) throws IOException {
    Path file = folder.resolve("fleet.yaml");
    Files.writeString(file, FLEET.formatted(europe, place, regions));
    return Main.run(
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, Ansi.OFF),
        command,
        file.toString());
  }

  @Test
  void addressesOfBothFamiliesAreAskedFor() throws IOException {
    // Only over IPv6 does anybody from Europe come to us-1.
    Path file = folder.resolve("fleet.yaml");
    String fleet =
        FLEET
            .formatted("{weighted: {eu-1: 3, us-1: 1}}", "europe", "eu-central-1")
            .replace("52.94.1.1}", "[52.94.1.1, '2600:1f::1']}")
            .replace("address: 52.94.1.3", "address: '2600:1f::3'")
            .replace("\"*\": us-1", "\"*\": eu-1");
    Files.writeString(file, fleet);
    Main.run(
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, Ansi.OFF),
        "check",
        file.toString());
    assertThat(err.toString()).contains("us-1").contains("(residency)");
  }

  @Test
  void ofAPrivateZoneNothingIsProved() throws IOException {
    Path file = folder.resolve("fleet.yaml");
    Files.writeString(
        file,
        FLEET
            .formatted(WITHIN_EUROPE, "europe", "eu-north-1")
            .replace(
                "zone: {name: ai.example.com}",
                "zone: {name: ai.example.com, private: {vpcs: [{id: vpc-0123456789abcdef0, region:"
                    + " eu-central-1}]}}"));
    int exit =
        Main.run(
            new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, Ansi.OFF),
            "check",
            file.toString());
    assertThat(exit).describedAs(err.toString()).isZero();
    assertThat(err.toString()).contains("(residency-private)").doesNotContain("(residency)");
  }

  @Test
  void whatFallsBackOverTheOceanBreaksAtALoss() throws IOException {
    assertThat(run("check", "{failover: [eu-1, us-1]}", "europe", "eu-central-1, eu-west-1"))
        .isEqualTo(ExitCode.INPUT);
    assertThat(err.toString())
        .contains("fleet.yaml:15:3: error: ", "us-1", "us-east-1", "(residency)");
  }

  @Test
  void theDefaultTakesOverWhenAllOfEuropeIsLost() throws IOException {
    // Geolocation walks up from an unhealthy Europe, so that the last of it must not be lost alone.
    assertThat(run("check", "eu-1", "europe", "eu-central-1")).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString()).contains("(residency)");
  }

  @Test
  void twoOfEuropeHoldUnderEverySingleLoss() throws IOException {
    assertThat(run("check", WITHIN_EUROPE, "europe", "eu-central-1, eu-west-1"))
        .as(err.toString())
        .isEqualTo(ExitCode.OK);
    assertThat(err.toString()).doesNotContain("residency");
  }

  @Test
  void aRegionThatIsNotAllowedBreaksItAtOnce() throws IOException {
    assertThat(run("check", WITHIN_EUROPE, "DE", "eu-central-1")).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString()).contains("eu-2").contains("(residency)");
  }

  @Test
  void trafficProvesItToo() throws IOException {
    assertThat(run("traffic", WITHIN_EUROPE, "DE", "eu-central-1")).isEqualTo(ExitCode.INPUT);
    assertThat(run("traffic", WITHIN_EUROPE, "DE", "eu-central-1, eu-west-1"))
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void placesAndRegionsThatAreNoneAreNamed() throws IOException {
    assertThat(run("check", WITHIN_EUROPE, "EU", "eu-north-1")).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString()).contains("(residency-place)");
    assertThat(run("check", WITHIN_EUROPE, "asia", "eu-north-1")).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString()).contains("(residency-region)");
  }
}
