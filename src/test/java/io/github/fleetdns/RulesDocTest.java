package io.github.fleetdns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fleetdns.zone.rule.Rule;
import io.github.fleetdns.zone.rule.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/rules.md names every rule that a message can end with. */
class RulesDocTest {
  private static final Path DOC = Path.of("docs/rules.md");
  private static final Path MAIN = Path.of("src/main/java/io/github/fleetdns");
  private static final Pattern RULE_IN_CODE = Pattern.compile("\"([a-z]+(?:-[a-z0-9]+)+)\"");
  private static final Pattern RULE_IN_DOC =
      Pattern.compile("^\\| `([a-z0-9-]+)` \\|", Pattern.MULTILINE);

  /** Words of this form in the code that are no rules and no keys of a fleet file. */
  private static final Set<String> OTHER_WORDS =
      Set.of("x-rule", "x-zone-rule", "last-known", "my-alb");

  private static final RouteSpec SPEC = RouteSpec.read();

  private final JsonNode schema = schema();

  @Test
  void theTablesAreThoseOfTheCodeAndTheSchema() throws Exception {
    String doc = Files.readString(DOC);
    doc = replaced(doc, "zone rules", zoneRules());
    doc = replaced(doc, "shape rules", shapeRules());
    Goldens.assertMatches(DOC, doc);
  }

  @Test
  void everyRuleOfTheReaderIsThere() throws Exception {
    Set<String> keys = new HashSet<>();
    Set<String> shape = new TreeSet<>();
    collect(schema, keys, shape);
    Set<String> used = new TreeSet<>(shape);
    for (Path file : sources()) {
      Matcher matcher = RULE_IN_CODE.matcher(Files.readString(file));
      matcher.results().map(result -> result.group(1)).forEach(used::add);
    }
    used.removeIf(word -> keys.contains(word) && !shape.contains(word));
    used.removeAll(OTHER_WORDS);

    assertThat(used).isSubsetOf(documented());
  }

  @Test
  void noRuleIsThereTwice() throws Exception {
    String doc = Files.readString(DOC);
    String zone = doc.substring(0, doc.indexOf("## The file"));
    // What a file's reader finds first may be a rule of the zone as well.
    assertThat(rulesIn(zone)).doesNotHaveDuplicates();
    assertThat(rulesIn(doc.substring(zone.length()))).doesNotHaveDuplicates();
  }

  private static String zoneRules() {
    return table(
        "| rule | severity | says | rests on | looked at |\n|---|---|---|---|---|",
        Rules.all().stream().map(RulesDocTest::row));
  }

  private static String row(Rule rule) {
    String anchors =
        rule.basis().anchors().stream()
            .map(anchor -> "[" + anchor + "](route53.md#" + anchor + ")")
            .collect(Collectors.joining(", ", rule.basis().inferred() ? "inferred from " : "", ""));
    String note = rule.basis().note();
    return row(
        "`" + rule.id() + "`",
        rule.severity().word(),
        rule.says(),
        note.isEmpty() ? anchors : anchors + ": " + note,
        SPEC.lookedAt(rule.basis().anchors()).toString());
  }

  private String shapeRules() {
    Map<String, Set<String>> messages = new TreeMap<>();
    messages(schema, messages);
    return table(
        "| rule | message |\n|---|---|",
        messages.entrySet().stream()
            .map(rule -> row("`" + rule.getKey() + "`", String.join("; or: ", rule.getValue()))));
  }

  private static void messages(JsonNode node, Map<String, Set<String>> messages) {
    if (node.has("x-rule")) {
      String message =
          node.has("errorMessage")
              ? node.get("errorMessage").asText()
              : "the text has at most " + node.path("maxLength").asText() + " characters";
      messages.computeIfAbsent(node.get("x-rule").asText(), id -> new TreeSet<>()).add(message);
    }
    node.forEach(child -> messages(child, messages));
  }

  private static String row(String... cells) {
    return Stream.of(cells)
        .map(cell -> cell.replace("|", "\\|").replace("<", "&lt;"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String table(String head, Stream<String> rows) {
    return Stream.concat(Stream.of(head), rows).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String replaced(String doc, String what, String table) {
    String begin = "<!-- " + what + ": written by RulesDocTest -->\n";
    int from = doc.indexOf(begin);
    int to = doc.indexOf("<!-- end -->", from);
    assertThat(from).describedAs("%s has the place of the %s", DOC, what).isNotNegative();
    return doc.substring(0, from + begin.length()) + table + doc.substring(to);
  }

  private static void collect(JsonNode node, Set<String> keys, Set<String> rules) {
    node.path("properties").fieldNames().forEachRemaining(keys::add);
    if (node.has("x-rule")) {
      rules.add(node.get("x-rule").asText());
    }
    node.forEach(child -> collect(child, keys, rules));
  }

  private static Set<String> documented() throws IOException {
    return new TreeSet<>(rulesIn(Files.readString(DOC)));
  }

  private static List<String> rulesIn(String text) {
    return RULE_IN_DOC.matcher(text).results().map((MatchResult rule) -> rule.group(1)).toList();
  }

  private static List<Path> sources() throws IOException {
    List<Path> files = new ArrayList<>(List.of(MAIN.resolve("zone/DomainName.java")));
    try (Stream<Path> config = Files.list(MAIN.resolve("config"))) {
      config.sorted().forEach(files::add);
    }
    return files;
  }

  private static JsonNode schema() {
    try {
      return new ObjectMapper().readTree(Path.of("fleet.schema.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
