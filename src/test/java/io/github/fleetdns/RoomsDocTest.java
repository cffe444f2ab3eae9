package io.github.fleetdns;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/rooms.md shows the packages as they are. */
class RoomsDocTest {
  private static final Path PAGE = Path.of("docs/rooms.md");
  private static final String ROOT = "io.github.fleetdns.";
  private static final String BEGIN = "<!-- rooms -->\n";
  private static final String END = "<!-- /rooms -->";

  /** The first paragraph of a package's documentation. */
  private static final Pattern ABOUT =
      Pattern.compile("/\\*\\*\n(.*?)\n \\*(?:/|\n)", Pattern.DOTALL);

  @Test
  void thePictureAndTheTableAreTrue() throws IOException {
    Map<String, Set<String>> uses = uses();
    List<String> lines = new ArrayList<>(List.of("```mermaid", "graph TD"));
    withoutDetours(uses)
        .forEach((room, others) -> others.forEach(to -> lines.add("  " + room + " --> " + to)));
    lines.addAll(List.of("```", "", "| Room | What it does |", "|---|---|"));
    for (String room : uses.keySet()) {
      lines.add("| `" + room + "` | " + about(room) + " |");
    }
    String page = Files.readString(PAGE);
    String text = String.join("\n", lines) + "\n";
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    Goldens.assertMatches(PAGE, page.substring(0, begin) + text + page.substring(end));
  }

  /** Each room with the others that its classes use. */
  private static Map<String, Set<String>> uses() {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.fleetdns")) {
      Set<String> others = uses.computeIfAbsent(room(type), any -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass())
          .filter(target -> target.getPackageName().startsWith(ROOT))
          .map(RoomsDocTest::room)
          .filter(other -> !other.equals(room(type)))
          .forEach(others::add);
    }
    return uses;
  }

  private static String room(JavaClass type) {
    return type.getPackageName().substring(ROOT.length());
  }

  /** Without the arrows that a longer way says already. */
  private static Map<String, Set<String>> withoutDetours(Map<String, Set<String>> uses) {
    Map<String, Set<String>> reduced = new TreeMap<>();
    uses.forEach(
        (room, others) -> {
          Set<String> direct = new TreeSet<>(others);
          for (String other : others) {
            Set<String> beyond = new TreeSet<>();
            uses.get(other).forEach(next -> reach(next, uses, beyond));
            direct.removeAll(beyond);
          }
          reduced.put(room, direct);
        });
    return reduced;
  }

  private static void reach(String room, Map<String, Set<String>> uses, Set<String> reached) {
    if (reached.add(room)) {
      uses.get(room).forEach(next -> reach(next, uses, reached));
    }
  }

  private static String about(String room) throws IOException {
    Path file = Path.of("src/main/java", (ROOT + room).replace('.', '/'), "package-info.java");
    Matcher about = ABOUT.matcher(Files.readString(file));
    assertThat(about.find()).as(file.toString()).isTrue();
    return about
        .group(1)
        .replaceAll("\\s*\n?\\s*\\*\\s+", " ")
        .replaceAll("\\{@(?:code|link) (?:[\\w.]+\\.)?([^}]+)}", "`$1`")
        .strip();
  }
}
