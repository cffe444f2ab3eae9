package io.github.fleetdns.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
  private static final String FLEET =
      """
      # yaml-language-server: $schema=./fleet.schema.json
      fleet: ai-app
      zone: {name: aiapp.example.com, comment: "Ünïcode 🚀", tags: {team: "x"}}
      defaults: {ttl: 300}
      endpoints:
        us-1: &a {region: us-east-1, address: [8.8.8.8, "2606:4700::1"]}
        us-2: {hostname: gpu.example.net, ttl: 60}
        us-3: *a
      records:
        "@":
          MX: [10 mail.example.com]
          TXT: {ttl: 60, values: ["v=spf1 -all", 'it''s']}
        "*.x": {CAA: 0 issue "letsencrypt.org"}
      tags: {a: b}
      backend: {s3: {bucket: b, region: us-east-1, encrypt: true}}
      """;

  @Test
  void everyNodeKnowsItsPlace() {
    YamlNode.Mapping root = (YamlNode.Mapping) read("a: 1\nb:\n  - x\n  - {🚀: y}\n");
    YamlNode.Sequence list = (YamlNode.Sequence) root.get("b").orElseThrow();
    YamlNode.Mapping map = (YamlNode.Mapping) list.items().get(1);
    assertThat(root.entry("b").orElseThrow().keyLocation()).isEqualTo(at(2, 1));
    assertThat(list.location()).isEqualTo(at(3, 3));
    assertThat(map.location()).isEqualTo(at(4, 5));
    assertThat(map.entry("🚀").orElseThrow().keyLocation()).isEqualTo(at(4, 6));
    assertThat(map.get("🚀").orElseThrow().location()).isEqualTo(at(4, 9));
  }

  @ParameterizedTest
  @CsvSource({
    "no, TEXT",
    "yes, TEXT",
    "on, TEXT",
    "true, BOOLEAN",
    "~, NULL",
    "null, NULL",
    "12, INTEGER",
    "0o17, INTEGER",
    "0x1F, INTEGER",
    "017, INTEGER",
    "1.5, DECIMAL",
    ".inf, DECIMAL",
    "1e3, DECIMAL",
    "12:30:45, TEXT",
    "2026-01-01, TEXT",
    "10.0.0.1, TEXT",
    "<<, TEXT",
    "=, TEXT",
    "'\"12\"', TEXT",
    "!!str 12, TEXT",
    "! 12, TEXT",
    "!!int 12, INTEGER",
  })
  void scalarHasTheTypeOfYamlsCoreSchema(String yaml, YamlNode.Scalar.Type type) {
    YamlNode.Mapping root = (YamlNode.Mapping) read("key: " + yaml + "\n");
    assertThat(root.get("key").orElseThrow())
        .isInstanceOfSatisfying(
            YamlNode.Scalar.class, scalar -> assertThat(scalar.type()).isEqualTo(type));
  }

  @Test
  void aliasStandsForWhatItRefersTo() {
    YamlNode.Mapping root = (YamlNode.Mapping) read("a: &x {b: c}\nd: *x\n");
    assertThat(root.get("d")).isEqualTo(root.get("a"));
    assertThat(root.size()).isEqualTo(9);
  }

  @Property(tries = 1000)
  void noTextThrowsAndEveryProblemIsInsideTheFile(@ForAll("texts") String text) {
    assertProblemsAreInside(text);
  }

  @Property(tries = 1000)
  void noChangeToAFleetFileThrowsAndEveryProblemIsInsideTheFile(@ForAll("mutants") String text) {
    assertProblemsAreInside(text);
  }

  private static void assertProblemsAreInside(String text) {
    FleetFile file = FleetFile.parse("fleet.yaml", text);

    assertThat(file.fleet().isPresent()).isNotEqualTo(file.hasErrors());
    assertThat(file.problems()).doesNotHaveDuplicates();
    assertThat(file.problems()).extracting(Problem::location).isSorted();
    // The line breaks of YAML, and then the end of the file.
    List<String> lines = List.of((text + " ").split("\r\n|[\r\n]", -1));
    for (Problem problem : file.problems()) {
      assertThat(problem.toString()).doesNotContainPattern("[\\p{Cc}\\p{Cs}]").isNotBlank();
      Location at = problem.location();
      assertThat(at.line()).as("%s in %s", problem, text).isLessThanOrEqualTo(lines.size());
      String line = lines.get(at.line() - 1);
      assertThat(at.column())
          .as("%s in %s", problem, text)
          .isLessThanOrEqualTo(line.codePointCount(0, line.length()) + 1);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
                "a", "fleet", ": ", ":", "- ", "{", "}", "[", "]", ", ", "\n", "\n  ", "\t", "\"",
                "'", "&a ", "*a", "!!int ", "!x ", "? ", "|\n", ">-\n ", "#", "%", "@", "---\n",
                "...\n", "<<", "~", "1", "-1", "1e9", ".inf", "0x", "é", "🚀", "\u0000", "\uFEFF",
                "\r", "\u2028")
            .list()
            .ofMaxSize(30)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(100));
  }

  /** The fleet file with a few pieces cut out, doubled or replaced. */
  @Provide
  Arbitrary<String> mutants() {
    Arbitrary<Mutation> mutation =
        Combinators.combine(
                Arbitraries.integers().between(0, FLEET.length()),
                Arbitraries.integers().between(0, 12),
                Arbitraries.oneOf(Arbitraries.just(""), texts()))
            .as(Mutation::new);
    return mutation
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(
            mutations -> {
              String text = FLEET;
              for (Mutation m : mutations) {
                text = m.applyTo(text);
              }
              return text;
            });
  }

  private record Mutation(int at, int cut, String insert) {
    String applyTo(String text) {
      int from = Math.min(at, text.length());
      int to = Math.min(from + cut, text.length());
      return text.substring(0, from) + insert + text.substring(to);
    }
  }

  @Test
  void fleetFileThatIsMutatedIsFineBefore() {
    assertThat(FleetFile.parse("fleet.yaml", FLEET).problems()).isEmpty();
  }

  private static Location at(int line, int column) {
    return new Location("x", line, column);
  }

  private static YamlNode read(String text) {
    List<Problem> problems = new ArrayList<>();
    Optional<YamlNode> root = YamlReader.read("x", text, problems);
    assertThat(problems).isEmpty();
    return root.orElseThrow();
  }
}
