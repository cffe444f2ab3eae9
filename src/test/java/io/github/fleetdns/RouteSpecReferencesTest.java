package io.github.fleetdns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.rule.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What code, messages and docs say of Route 53 can be looked up in docs/route53.md. */
class RouteSpecReferencesTest {
  private static final Path SPEC = Path.of("docs/route53.md");
  private static final Pattern LINK = Pattern.compile("route53\\.md#([A-Za-z0-9-]+)");

  /** Numbers of a paper that the reader does not have; the RFCs' own are behind their number. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<!RFC \\d{3,4} )§\\d|\\((?:[RC]\\d+[ab]?(?:, |–)?)+\\)");

  private final RouteSpec spec = RouteSpec.read();

  @Test
  void everyReferenceLeadsToAnAnchor() {
    List<String> lost = new ArrayList<>();
    int found = 0;
    for (Path file : files()) {
      for (var link : LINK.matcher(text(file)).results().toList()) {
        found++;
        if (!spec.anchors().contains(link.group(1))) {
          lost.add(file + ": " + link.group());
        }
      }
    }
    assertThat(found).isGreaterThan(200);
    assertThat(lost).isEmpty();
  }

  @Test
  void everyRuleRestsOnStatementsWithADay() {
    assertThat(Rules.all())
        .allSatisfy(
            rule -> assertThat(spec.lookedAt(rule.basis().anchors())).as(rule.id()).isNotNull());
  }

  @Test
  void nothingCitesNumbersThatStandNowhere() {
    List<String> numbers = new ArrayList<>();
    for (Path file : files()) {
      if (!file.equals(SPEC)) {
        text(file)
            .lines()
            .filter(line -> NUMBER.matcher(line).find())
            .forEach(line -> numbers.add(file + ": " + line.strip()));
      }
    }
    assertThat(numbers).isEmpty();
  }

  private static List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (String root : List.of("src", "docs", "examples", "bench")) {
      try (Stream<Path> below = Files.walk(Path.of(root))) {
        below
            .filter(Files::isRegularFile)
            .filter(file -> file.toString().matches(".*\\.(java|md|yaml|json|html|js|cjs|txt)"))
            .filter(file -> !file.toString().contains("node_modules"))
            .sorted()
            .forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    files.add(Path.of("README.md"));
    files.add(Path.of("CONTRIBUTING.md"));
    files.add(Path.of("CHANGELOG.md"));
    files.add(Path.of("fleet.schema.json"));
    return files;
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
