package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Service;
import io.github.fleetdns.input.Input;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class ImportCommandTest {
  private static final Path OCTODNS = Path.of("src/test/resources/import/octodns");
  private static final String SOA =
      """
      {"Name": "example.com.", "Type": "SOA", "TTL": 900, "ResourceRecords": [{"Value":
        "ns-1.awsdns-1.org. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400"}]}""";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Main.run(
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, Ansi.OFF),
        args);
  }

  private int imports(Object... sources) {
    return run(
        Stream.concat(
                Stream.of("import", "-o", folder.resolve("fleet.yaml").toString()),
                Stream.of(sources).map(Object::toString))
            .toArray(String[]::new));
  }

  private Path listing(String name, String more, String... sets) throws Exception {
    return Files.writeString(
        folder.resolve(name),
        "{\"ResourceRecordSets\": [" + String.join(",\n", sets) + "]" + more + "}");
  }

  private static String a(String name, String value) {
    return "{\"Name\": \"%s\", \"Type\": \"A\", \"TTL\": 60, \"ResourceRecords\": [{\"Value\": \"%s\"}]}"
        .formatted(name, value);
  }

  private Fleet fleet() {
    return FleetFile.read(folder.resolve("fleet.yaml")).fleet().orElseThrow();
  }

  private static List<String> keys(HostedZone zone) {
    return zone.recordSets().stream().map(RecordSet::key).map(Object::toString).sorted().toList();
  }

  @Test
  void aDynamicRecordOfOctodnsIsOneServiceWithTwoPools() {
    assertThat(imports(OCTODNS.resolve("record-sets.json"), OCTODNS.resolve("health-checks.json")))
        .describedAs(err.toString())
        .isZero();

    Fleet fleet = fleet();
    assertThat(fleet.services()).extracting(Service::name).containsExactly("infer");
    assertThat(fleet.pools()).extracting(pool -> pool.name()).containsExactly("us", "eu");
    assertThat(fleet.verbatim().recordSets()).isEmpty();
    assertThat(fleet.verbatim().checks()).isEmpty();
    assertThat(fleet.endpoints()).hasSize(4);
    assertThat(out.toString()).contains("1 service, 2 pools, 4 endpoints, 2 records");
  }

  @Test
  void theFileOfOctodnsIsTheSameServiceAsWhatItMadeOfIt() {
    imports(OCTODNS.resolve("ml.example.org.yaml"));
    Fleet written = fleet();
    imports(OCTODNS.resolve("record-sets.json"), OCTODNS.resolve("health-checks.json"), "--force");

    assertThat(fleet().services()).isEqualTo(written.services());
    assertThat(fleet().pools()).containsExactlyInAnyOrderElementsOf(written.pools());
    assertThat(fleet().endpoints()).containsExactlyInAnyOrderElementsOf(written.endpoints());
    assertThat(written.records())
        .filteredOn(record -> record.name().equals("txt"))
        .extracting(record -> record.values().get(0))
        .containsExactly("v=DMARC1; p=none");
  }

  @Test
  void whatOctodnsRefusesIsSaidAtItsPlace() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("example.com.yaml"),
            """
            a: {type: A, value: 52.94.1.1, dynamic: {pools: {x: {fallback: y, values: [{value: 52.94.1.1}]}, y: {fallback: x}}, rules: [{pool: z}, {geos: [XX], pool: x}]}}
            b: {type: URLFWD, value: x}
            c: {type: A}
            """);

    assertThat(imports(file)).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString())
        .contains("example.com.yaml:1:", "lead back to pool \"x\"")
        .contains("there is no pool \"z\"", "\"XX\" is no place", "type \"URLFWD\"")
        .contains("example.com.yaml:3:1: error: the record has no value");
  }

  @Test
  void aValueThatIsForcedDownHasACheckThatIsDisabledAndInverted() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("example.com.yaml"),
            """
            a:
              type: A
              ttl: 60
              value: 52.94.1.9
              dynamic:
                pools:
                  x: {values: [{value: 52.94.1.1, status: down}, {value: 52.94.1.2, status: up}]}
                rules: [{pool: x}]
            """);

    assertThat(imports(file)).describedAs(err.toString()).isZero();
    assertThat(fleet().endpoints())
        .filteredOn(endpoint -> endpoint.health().isPresent())
        .singleElement()
        .satisfies(
            endpoint -> {
              assertThat(endpoint.health().orElseThrow().disabled()).isTrue();
              assertThat(endpoint.health().orElseThrow().invert()).isTrue();
            });
  }

  @Test
  void aZoneFileIsReadWithItsDirectives() throws Exception {
    assertThat(imports(Path.of("src/test/resources/import/example.com.zone")))
        .describedAs(err.toString())
        .isZero();

    assertThat(Files.readString(folder.resolve("fleet.yaml")))
        .contains("defaults: {ttl: 3600}")
        .contains("A: {ttl: 300, values: 52.94.1.25}")
        .contains("A: [52.94.1.1, 52.94.1.2]")
        .contains("long: {TXT: '\"one \\\"quoted\\\"\" \"two\\310\"'}")
        .contains("sub: {NS: ns.example.net.}")
        .contains("gpu-3: {A: 52.94.2.3}");
  }

  @Test
  void whatAZoneFileMustNotDoIsRefused() throws Exception {
    Path wild =
        Files.writeString(
            folder.resolve("wild.zone"),
            "$ORIGIN example.com.\n$INCLUDE /etc/passwd\n$GENERATE 1-99999 a-$ A 52.94.1.1\n");
    Path broken =
        Files.writeString(
            folder.resolve("broken.zone"), "$ORIGIN example.com.\n$TTL 60\n@ IN A 52.94.1\n");
    Path none = Files.writeString(folder.resolve("none.zone"), "$ORIGIN example.com.\n");

    assertThat(imports(wild, broken, none)).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString())
        .contains("wild.zone:2:1: error: other files are not included", "(zone-file-include)")
        .contains("wild.zone:3:1: error: more than 10000 records", "(zone-file-generate)")
        .contains("broken.zone:3:1: error: no zone file goes on like this")
        .contains("none.zone:1:1: error: a zone has one SOA record, and this file has none");
    assertThat(folder.resolve("fleet.yaml")).doesNotExist();
  }

  @Test
  void whatIsCompiledIsWhatWasListed() {
    Path sets = OCTODNS.resolve("record-sets.json");
    Path checks = OCTODNS.resolve("health-checks.json");
    imports(sets, checks);
    HostedZone listed = Input.read(sets, checks).zones().get(0).zone();
    HostedZone made = FleetFile.read(folder.resolve("fleet.yaml")).compiled().orElseThrow().zone();

    assertThat(keys(made))
        .isEqualTo(
            keys(listed).stream()
                .filter(
                    key -> !key.equals("ml.example.org NS") && !key.equals("ml.example.org SOA"))
                .toList());
    assertThat(made.recordSets().stream().map(RecordSet::content).collect(Collectors.toSet()))
        .isSubsetOf(listed.recordSets().stream().map(RecordSet::content).toList());
  }

  @Test
  void theFileIsOneThatAPersonWouldWrite() throws Exception {
    imports(OCTODNS.resolve("record-sets.json"), OCTODNS.resolve("health-checks.json"));

    assertThat(Files.readString(folder.resolve("fleet.yaml")))
        .contains("  infer-us-1: {address: 52.95.0.12, publish: false}  # its service and its set")
        .contains("    https: {path: /healthz, host: health.example.org}")
        .contains("      - {set-identifier: us-Secondary-eu, route: eu}")
        .contains("  www: {CNAME: infer.ml.example.org.}");
    assertThat(Files.readString(folder.resolve("fleet.imports.json")))
        .contains("\"zone\" : \"Z0ML0ZONE00EXAMPLE0001\"")
        .contains("\"infer-us-0\" : \"aaaaaaaa-0001-4000-8000-000000000001\"");
  }

  @Test
  void checkSaysHowAFileDiffersAndWritesNothing() throws Exception {
    Path sets = OCTODNS.resolve("record-sets.json");
    Path checks = OCTODNS.resolve("health-checks.json");
    imports(sets, checks);
    assertThat(imports("--check", sets, checks)).isZero();
    Path file = folder.resolve("fleet.yaml");
    String changed =
        Files.readString(file)
            .replace("{weight: 3,", "{weight: 4,")
            .replace("52.95.0.31", "52.95.0.32")
            .replace("  www:", "  web:");
    Files.writeString(file, changed);

    assertThat(imports("--check", sets, checks)).isEqualTo(ExitCode.GATE);
    assertThat(out.toString())
        .contains(
            "~ _octodns-us-value.infer.ml.example.org A \"us-000\": the policy",
            "52.95.0.32 in the file, 52.95.0.31 in the zone; the health check",
            "+ web.ml.example.org CNAME: only in the file",
            "- www.ml.example.org CNAME: only in the zone");
    assertThat(file).hasContent(changed);
  }

  @Test
  void pagesAreOneListingAndEscapesAreUndone() throws Exception {
    Path first =
        listing(
            "1.json",
            ", \"NextRecordName\": \"\\\\052.example.com.\", \"NextRecordType\": \"A\"",
            SOA);
    Path second = listing("2.json", "", a("\\\\052.example.com.", "52.94.1.1"));

    assertThat(imports(first, second, "--zone-id", "Z1")).describedAs(err.toString()).isZero();
    assertThat(fleet().records()).extracting(record -> record.name()).containsExactly("*");
  }

  @Test
  void badListingsAreSaidAllAtOnceAndNothingIsWritten() throws Exception {
    Path cut =
        listing(
            "cut.json",
            ", \"NextRecordName\": \"z.example.com.\"",
            SOA,
            a("www.example.org.", "52.94.1.1"));
    Path second = listing("second.json", "", SOA);
    Path stray = listing("stray.json", "", a("www.example.net.", "52.94.1.1"));
    Path unknown =
        listing(
            "unknown.json",
            "",
            "{\"Name\": \"a.example.com.\", \"Type\": \"WKS\", \"TTL\": 60,"
                + " \"ResourceRecords\": [{\"Value\": \"x\"}]}");
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"ResourceRecordSets\": [");

    assertThat(imports(cut, second, stray, unknown, broken)).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString())
        .contains(
            "cut.json:3:", "error: the listing goes on with z.example.com.", "(listing-truncated)")
        .contains("cut.json:3:10: error: www.example.org is not in the zone", "(listing-mixed)")
        .contains("second.json:1:1: error: this is a second zone called example.com")
        .contains("stray.json:1:1: error: the SOA record set of its zone is missing")
        .contains("unknown.json:1:", "no records of type \"WKS\"")
        .contains("broken.json:1:", "the file ends in the middle")
        .contains("nothing was written");
    assertThat(folder.resolve("fleet.yaml")).doesNotExist();
  }

  @Test
  void aLoopOfAliasesIsAnError() throws Exception {
    String alias =
        "{\"Name\": \"%s.example.com.\", \"Type\": \"A\", \"AliasTarget\": {\"HostedZoneId\": \"Z1\","
            + " \"DNSName\": \"%s.example.com.\", \"EvaluateTargetHealth\": false}}";

    assertThat(
            imports(
                listing(
                    "loop.json", "", SOA, alias.formatted("a", "_b"), alias.formatted("_b", "a"))))
        .isEqualTo(ExitCode.INPUT);
    assertThat(err.toString()).contains("(alias-loop)");
  }

  @Test
  void aFileThatIsThereIsKept() throws Exception {
    Files.writeString(folder.resolve("fleet.yaml"), "mine");

    assertThat(imports(OCTODNS.resolve("record-sets.json"), OCTODNS.resolve("health-checks.json")))
        .isEqualTo(ExitCode.INPUT);
    assertThat(folder.resolve("fleet.yaml")).hasContent("mine");
    assertThat(err.toString()).contains("--force replaces it");
  }

  @Test
  void theExampleFleetsComeBackFromTerraformAsTheyWere() throws Exception {
    for (String example : List.of("data-residency", "policy-cidr", "policy-geoproximity")) {
      Path json = Path.of("examples", example, "expected.tf.json");
      assertThat(imports(json, "--force")).describedAs(err.toString()).isZero();

      Fleet fleet = fleet();
      Fleet written = FleetFile.read(json.resolveSibling("fleet.yaml")).fleet().orElseThrow();
      assertThat(fleet.verbatim().recordSets()).isEmpty();
      assertThat(fleet.verbatim().checks()).isEmpty();
      assertThat(fleet.services()).hasSameSizeAs(written.services());
      assertThat(fleet.endpoints())
          .extracting(endpoint -> endpoint.name())
          .containsExactlyInAnyOrderElementsOf(
              written.endpoints().stream().map(endpoint -> endpoint.name()).toList());
    }
  }

  @Test
  void withoutItsIdsAZoneIsNotTakenOver() throws Exception {
    Path fleet = Files.copy(Path.of("fleet.yaml"), folder.resolve("other.yaml"));

    assertThat(run("synth", fleet.toString(), "--import", "--out", folder.resolve("o").toString()))
        .isEqualTo(ExitCode.INPUT);
    assertThat(err.toString()).contains("other.imports.json is not there");
  }
}
