package io.github.fleetdns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fleetdns.config.FleetFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/fleet-file.md has every key of the schema, and its examples are fleet files. */
class FleetFileDocTest {
  private static final Path DOC = Path.of("docs/fleet-file.md");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern WORD = Pattern.compile("\"\\*\"|[A-Za-z0-9][A-Za-z0-9-]*");
  private static final Pattern BLOCK =
      Pattern.compile("^```yaml\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @Test
  void everyKeyIsThere() throws Exception {
    Set<String> keys = new TreeSet<>();
    collect(new ObjectMapper().readTree(Path.of("fleet.schema.json").toFile()), keys);
    Set<String> documented = new TreeSet<>();
    Matcher code = CODE.matcher(BLOCK.matcher(Files.readString(DOC)).replaceAll(""));
    while (code.find()) {
      WORD.matcher(code.group(1))
          .results()
          .forEach(w -> documented.add(w.group().replace("\"", "")));
    }

    assertThat(keys).isNotEmpty().isSubsetOf(documented);
  }

  @Test
  void itsExamplesHaveNoErrors() throws Exception {
    String head = "fleet: doc\nzone: {name: example.com}\n";
    assertThat(BLOCK.matcher(Files.readString(DOC)).results().map(block -> head + block.group(1)))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(FleetFile.parse("doc", file).problems()).isEmpty());
  }

  private static void collect(JsonNode node, Set<String> keys) {
    node.path("properties").fieldNames().forEachRemaining(keys::add);
    node.forEach(child -> collect(child, keys));
  }
}
