package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fleetdns.text.HostileText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that want to be more than names, in Terraform that anybody may have written. */
class HostileNamesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Launched program = new Launched();

  @TempDir private Path folder = Path.of("");

  /** What is written by ourselves in a page; anything else would be a name's doing. */
  private static final Set<String> STRUCTURE =
      Set.of(
          "Document",
          "Heading",
          "Paragraph",
          "Text",
          "Code",
          "StrongEmphasis",
          "BlockQuote",
          "SoftLineBreak",
          "BulletList",
          "ListItem",
          "FencedCodeBlock",
          "TableBlock",
          "TableHead",
          "TableBody",
          "TableRow",
          "TableCell");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check NEW",
        "explain NEW",
        "answer NEW api.ai.example.com --explain",
        "answer NEW t.ai.example.com TXT",
        "answer NEW \u001b[31mx",
        "answer NEW api.ai.example.com --down \u001b[31mx,\u202ey\nfleetdns:",
        "answer NEW api.ai.example.com --country \u001b[31m",
        "traffic NEW",
        "traffic NEW --service \u001b[2Jx",
        "diff OLD NEW",
        "diff OLD NEW --format markdown",
        "diff OLD NEW --format json",
        "explain NEW --format json",
        "check \u001b[31mno-such-file\n",
        "diff no\u202esuch.yaml \u0007",
        "synth \u001b[31mno-such-file",
        "\u001b[31mno-such-command",
        "check --no-such-option=\u001b[31m",
      })
  void noTerminalIsSteered(String line) throws IOException {
    write();
    program.run(line(line));
    String all = program.out() + program.err();
    assertThat(all).isNotBlank();
    assertThat(all.codePoints().filter(c -> c != '\n'))
        .describedAs(line)
        .noneMatch(Character::isISOControl)
        .noneMatch(c -> Character.getType(c) == Character.FORMAT);
    assertThat(program.err().lines())
        .describedAs("no line of its own")
        .noneMatch(l -> l.startsWith("fleetdns: #") || l.startsWith("touch"));
  }

  @Test
  void aNameMakesNoStructureOfACommentOnAPullRequest() throws IOException {
    write();
    program.run(line("diff OLD NEW --format markdown"));
    Node page =
        Parser.builder()
            .extensions(
                List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    AutolinkExtension.create()))
            .build()
            .parse(program.out());
    Set<String> kinds = new HashSet<>();
    List<String> headings = new ArrayList<>();
    collect(page, kinds, headings);
    assertThat(kinds).isSubsetOf(STRUCTURE).contains("TableCell", "FencedCodeBlock", "Heading");
    assertThat(headings).containsOnly("###", "####");
  }

  private static void collect(Node node, Set<String> kinds, List<String> headings) {
    kinds.add(node.getClass().getSimpleName());
    if (node instanceof org.commonmark.node.Heading heading) {
      headings.add("#".repeat(heading.getLevel()));
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      collect(child, kinds, headings);
    }
  }

  /** Every line that is printed under what Terraform stumbles over is given to a shell. */
  @ParameterizedTest
  @ValueSource(strings = {"/bin/sh", "/bin/bash"})
  void printedCommandsAreCommandsOfOursAndNothingElse(String shell) throws Exception {
    write();
    program.run(line("diff OLD NEW --format json"));
    List<String> lines = new ArrayList<>();
    JSON.readTree(program.out())
        .findValues("steps")
        .forEach(steps -> steps.forEach(step -> lines.add(step.asText())));
    assertThat(lines).hasSizeGreaterThan(20);
    assertThat(lines).noneMatch(line -> line.contains("\n"));

    program.run(line("diff OLD NEW"));
    List<String> printed =
        program
            .out()
            .lines()
            .dropWhile(l -> !l.startsWith("What Terraform will stumble over"))
            .filter(l -> l.startsWith("  "))
            .map(String::strip)
            .toList();
    assertThat(printed).containsAll(lines.stream().map(String::strip).toList());

    for (List<String> words : run(shell, printed)) {
      assertThat(words.get(0)).isIn("state", "apply", "untaint");
      assertThat(words.stream().skip(1))
          .allMatch(
              word ->
                  Set.of("mv", "rm", "-auto-approve").contains(word)
                      || word.replaceFirst("^-target=", "").startsWith("aws_route53_"));
    }
  }

  private String[] line(String line) {
    return Stream.of(line.split(" ", -1))
        .map(word -> word.replace("OLD", old().toString()).replace("NEW", updated().toString()))
        .toArray(String[]::new);
  }

  private Path old() {
    return folder.resolve("old.tf.json");
  }

  private Path updated() {
    return folder.resolve("new.tf.json");
  }

  /** Names become routed names, so that there are commands for each of them. */
  private void write() throws IOException {
    Map<String, Object> before = new LinkedHashMap<>();
    Map<String, Object> after = new LinkedHashMap<>();
    List<String> names = HostileText.some(30);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String at = i == 0 ? "api" : "n" + i;
      before.put(
          "r" + i,
          Map.of(
              "zone_id",
              "${aws_route53_zone.z.zone_id}",
              "name",
              at,
              "type",
              "A",
              "ttl",
              60,
              "records",
              List.of("52.94.1.1")));
      after.put(
          i + name,
          Map.of(
              "zone_id",
              "${aws_route53_zone.z.zone_id}",
              "name",
              at,
              "type",
              "A",
              "ttl",
              60,
              "records",
              List.of("52.94.1.2"),
              "set_identifier",
              escaped("x" + name),
              "weighted_routing_policy",
              List.of(Map.of("weight", 1))));
    }
    after.put(
        "t",
        Map.of(
            "zone_id",
            "${aws_route53_zone.z.zone_id}",
            "name",
            "t",
            "type",
            "TXT",
            "ttl",
            60,
            "records",
            names.stream().map(HostileNamesTest::escaped).toList()));
    after.put(
        "odd",
        Map.of(
            "zone_id",
            "${aws_route53_zone.z.zone_id}",
            "name",
            "x\u001b[2J\u202ey\n# z",
            "type",
            "A\u001b[1m",
            "ttl",
            "\u001b[3m",
            "records",
            List.of("\u001b[31m52.94.1.1")));
    for (Map.Entry<Path, Map<String, Object>> file :
        Map.of(old(), before, updated(), after).entrySet()) {
      JSON.writeValue(
          file.getKey().toFile(),
          Map.of(
              "resource",
              Map.of(
                  "aws_route53_zone",
                      Map.of("z", Map.of("name", "ai.example.com", "comment", "\u001b[31m")),
                  "aws_route53_record", file.getValue())));
    }
  }

  private static String escaped(String text) {
    return text.replace("${", "$${").replace("%{", "%%{");
  }

  /** The words of each call of {@code terraform}, and nothing else must have been called. */
  private List<List<String>> run(String shell, List<String> lines)
      throws IOException, InterruptedException {
    Path words = folder.resolve("words");
    Path terraform = folder.resolve("terraform");
    Files.writeString(
        terraform,
        "#!/bin/sh\nfor w in \"$@\"; do printf '%s\\0' \"$w\"; done >>'"
            + words
            + "'\nprintf '\\n\\0' >>'"
            + words
            + "'\n");
    assertThat(terraform.toFile().setExecutable(true)).isTrue();
    Path script = folder.resolve("script");
    Files.writeString(script, "PATH=" + folder + "\n" + String.join("\n", lines) + "\n");
    Set<String> before = Set.of(folder.toFile().list());
    Process process =
        new ProcessBuilder(shell, script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).describedAs(said).isZero();
    assertThat(said).isEmpty();
    Set<String> after = new HashSet<>(Set.of(folder.toFile().list()));
    after.removeAll(before);
    assertThat(after).containsExactly("words");
    List<List<String>> calls = new ArrayList<>();
    for (String call : Files.readString(words).split("\n\0", -1)) {
      if (!call.isEmpty()) {
        calls.add(List.of(call.split("\0")));
      }
    }
    return calls;
  }
}
