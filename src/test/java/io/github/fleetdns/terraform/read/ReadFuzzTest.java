package io.github.fleetdns.terraform.read;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to Terraform's JSON, reading it says something and throws nothing. */
class ReadFuzzTest {
  private static final int MUTANTS = 400;

  private static final List<String> PIECES =
      List.of(
          "null",
          "true",
          "[]",
          "{}",
          "\"\"",
          "-1",
          "1e999",
          "99999999999999999999",
          "\"${\"",
          "\"${aws_route53_zone.zone.zone_id}\"",
          "[[[{}]]]",
          "{\"references\": [\"var.x\"]}",
          "\"module.a[0].module.b\"",
          "\"..\"",
          "\"%{if}\"",
          "[null, 1, \"x\"]");

  static List<Path> inputs() throws IOException {
    try (Stream<Path> plans = Files.walk(Path.of("src", "test", "resources", "terraform"))) {
      List<Path> inputs =
          new ArrayList<>(plans.filter(p -> p.endsWith("plan.json")).sorted().toList());
      inputs.add(Path.of("examples", "data-residency", "expected.tf.json"));
      inputs.add(Path.of("examples", "load-gpu", "expected.tf.json"));
      inputs.add(Path.of("examples", "policy-cidr", "expected.tf.json"));
      return inputs;
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void aMutantIsReadOrComplainedOf(Path input) throws IOException {
    String text = Files.readString(input);
    Random random = new Random(text.length());
    for (int i = 0; i < MUTANTS; i++) {
      String mutant = mutate(text, random);
      int number = i;
      assertThatCode(() -> read(mutant))
          .describedAs("mutant %s", number)
          .doesNotThrowAnyException();
    }
  }

  private static void read(String text) {
    List<Problem> problems = new ArrayList<>();
    TerraformReader.document("mutant", text, problems)
        .map(
            document ->
                switch (document.kind()) {
                  case PLAN -> TerraformReader.plan(document);
                  case STATE -> TerraformReader.state(document);
                  default -> TerraformReader.configuration(List.of(document), List.of());
                })
        .ifPresent(result -> result.after().forEach(zone -> Rules.check(zone.zone())));
  }

  /** Mostly whole values replaced by others, so that it stays JSON; sometimes any byte. */
  private static String mutate(String text, Random random) {
    StringBuilder mutant = new StringBuilder(text);
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      int at = random.nextInt(mutant.length());
      if (random.nextInt(8) == 0) {
        mutant.setCharAt(at, (char) random.nextInt(0x250));
        continue;
      }
      int colon = mutant.indexOf(":", at);
      int start = colon < 0 ? mutant.indexOf(":") : colon;
      int end = start + 1;
      boolean quoted = false;
      int depth = 0;
      for (; end > 0 && end < mutant.length(); end++) {
        char c = mutant.charAt(end);
        quoted ^= c == '"' && mutant.charAt(end - 1) != '\\';
        depth += quoted ? 0 : c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        if (!quoted && (depth < 0 || (depth == 0 && c == ','))) {
          break;
        }
      }
      if (start > 0 && end <= mutant.length()) {
        mutant.replace(start + 1, end, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return mutant.toString();
  }
}
