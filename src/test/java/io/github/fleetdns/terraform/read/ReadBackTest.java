package io.github.fleetdns.terraform.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.EveryRoute;
import io.github.fleetdns.RandomFleets;
import io.github.fleetdns.RandomRoutes;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Zone;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.terraform.Synthesizer;
import io.github.fleetdns.zone.HostedZone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading back what was synthesized gives the zone that it was synthesized from. */
class ReadBackTest {
  static List<Path> examples() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("examples"))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("expected.tf.json")))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsReadBack(Path example) throws Exception {
    Fleet fleet = FleetFile.read(example.resolve("fleet.yaml")).fleet().orElseThrow();

    isReadBack(fleet, example.resolve("expected.tf.json"));
  }

  @Test
  void whatLooksLikeATemplateIsReadBack() throws Exception {
    String fleet =
        """
        fleet: %s
        zone: {name: ai.example.com%s}
        tags: {if: "%%{if}", dollar: "${x}", doubled: "$${x} %%%%{y}"}
        endpoints: {a: {address: 52.94.1.1}}
        """;
    Path out = Files.createTempDirectory("read-back");
    try {
      for (String zone : List.of("", ", existing: true")) {
        Fleet one = FleetFile.parse("f", fleet.formatted("one", zone)).fleet().orElseThrow();
        Synthesizer.synth(List.of(one), out);
        isReadBack(one, Synthesizer.stackDirectory(out, one).resolve("cdk.tf.json"));
      }
    } finally {
      delete(out);
    }
  }

  @Test
  void everyKindOfRouteIsReadBack() throws Exception {
    Path out = Files.createTempDirectory("read-back");
    try {
      Fleet fleet = EveryRoute.fleet();
      Synthesizer.synth(List.of(fleet), out);
      isReadBack(fleet, Synthesizer.stackDirectory(out, fleet).resolve("cdk.tf.json"));
    } finally {
      delete(out);
    }
  }

  /** One run of CDKTF for many fleets: it starts a Node.js process, which takes its time. */
  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void fleetsAreReadBack(@ForAll("manyFleets") List<Fleet> fleets) throws Exception {
    Path out = Files.createTempDirectory("read-back");
    try {
      Synthesizer.synth(fleets, out);
      for (Fleet fleet : fleets) {
        isReadBack(fleet, Synthesizer.stackDirectory(out, fleet).resolve("cdk.tf.json"));
      }
    } finally {
      delete(out);
    }
  }

  @Provide
  Arbitrary<List<Fleet>> manyFleets() {
    return Arbitraries.oneOf(RandomFleets.fleets(), RandomRoutes.fleets())
        .list()
        .ofSize(20)
        .map(ReadBackTest::withNamesOfTheirOwn);
  }

  private static void isReadBack(Fleet fleet, Path file) throws IOException {
    HostedZone zone = FleetCompiler.compile(fleet).zone();
    List<Problem> problems = new ArrayList<>();
    TerraformReader.Document document =
        TerraformReader.document(file.toString(), Files.readString(file), problems).orElseThrow();
    TerraformReader.Result result = TerraformReader.configuration(List.of(document), List.of());

    assertThat(problems).isEmpty();
    if (fleet.zone().source() instanceof Zone.Source.Existing && zone.recordSets().isEmpty()) {
      // A zone that is looked up for no record set is nobody's question.
      assertThat(result.after()).noneMatch(read -> read.zone().name().equals(zone.name()));
      return;
    }
    assertThat(result.after())
        .filteredOn(read -> read.zone().name().equals(zone.name()))
        .singleElement()
        .satisfies(
            read -> {
              assertThat(ZonesInOrder.of(read.zone())).isEqualTo(ZonesInOrder.of(zone));
              assertThat(read.problems()).isEmpty();
              assertThat(read.recordSets()).allMatch(Source::resolved);
            });
  }

  private static List<Fleet> withNamesOfTheirOwn(List<Fleet> fleets) {
    List<Fleet> named = new ArrayList<>();
    for (Fleet fleet : fleets) {
      named.add(
          new Fleet(
              "f" + named.size(),
              fleet.zone(),
              fleet.ttl(),
              fleet.endpoints(),
              fleet.pools(),
              fleet.services(),
              fleet.records(),
              fleet.tags(),
              fleet.provider(),
              fleet.backend(),
              fleet.monitoring(),
              fleet.residency()));
    }
    return named;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
