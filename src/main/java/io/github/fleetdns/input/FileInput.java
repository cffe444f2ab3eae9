package io.github.fleetdns.input;

import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.terraform.read.TerraformReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files as input, told apart by what is in them. */
final class FileInput {
  private static final Set<String> FLEET_KEYS = Set.of("fleet", "zone", "endpoints", "services");

  private FileInput() {}

  static Input read(Path path) {
    if (Files.isDirectory(path)) {
      return Directory.read(path);
    }
    List<Problem> problems = new ArrayList<>();
    String source = path.toString();
    if (source.endsWith(".tf")) {
      return problem(
          source,
          "terraform-hcl",
          "Terraform's own language is not read here, but plans are; in its directory, "
              + HclAdvice.PLAN);
    }
    Optional<String> text = InputText.read(path, problems);
    if (text.isEmpty()) {
      return new Input(List.of(), List.of(), List.of(), problems);
    }
    boolean json = source.endsWith(".json") || looksLikeJson(text.get());
    if (!json) {
      return FleetInput.of(FleetFile.read(path));
    }
    List<Problem> ofJson = new ArrayList<>();
    Optional<TerraformReader.Document> document =
        TerraformReader.document(source, text.get(), ofJson);
    if (document.isEmpty() && !source.endsWith(".json")) {
      // A fleet file in YAML's flow style begins with a brace, too.
      FleetFile fleet = FleetFile.parse(source, text.get());
      return fleet.fleet().isEmpty() && quoted(text.get())
          ? new Input(List.of(), List.of(), List.of(), ofJson)
          : FleetInput.of(fleet);
    }
    return document
        .map(read -> of(source, text.get(), read))
        .orElseGet(() -> new Input(List.of(), List.of(), List.of(), ofJson));
  }

  /** Whether it is a fleet file, or nothing that anything else could be made of. */
  static boolean isFleet(Path path) {
    String source = path.toString();
    if (Files.isDirectory(path) || source.endsWith(".tf")) {
      return false;
    }
    Optional<String> text = InputText.read(path, new ArrayList<>());
    if (text.isEmpty()) {
      return !Files.isReadable(path);
    }
    if (!source.endsWith(".json") && !looksLikeJson(text.get())) {
      return true;
    }
    Optional<TerraformReader.Document> document =
        TerraformReader.document(source, text.get(), new ArrayList<>());
    return document
        .map(
            read ->
                read.kind() == TerraformReader.Kind.OTHER
                    && read.content().keys().stream().anyMatch(FLEET_KEYS::contains))
        .orElse(!source.endsWith(".json") && !quoted(text.get()));
  }

  private static Input of(String source, String text, TerraformReader.Document document) {
    return switch (document.kind()) {
      case CONFIGURATION ->
          TerraformInput.of(
              source, TerraformReader.configuration(List.of(document), List.of()), List.of());
      case PLAN -> TerraformInput.of(source, TerraformReader.plan(document), List.of());
      case STATE -> TerraformInput.of(source, TerraformReader.state(document), List.of());
      case STATE_FILE ->
          problem(
              source,
              "terraform-state-file",
              "this is Terraform's own state file, whose form can change; in its directory, run"
                  + " `terraform show -json > state.json` and name state.json");
      case OTHER ->
          document.content().keys().stream().anyMatch(FLEET_KEYS::contains)
              ? FleetInput.of(FleetFile.parse(source, text))
              : problem(
                  source,
                  "file-unknown",
                  "this JSON is neither Terraform nor a fleet; name a fleet file, a *.tf.json, or"
                      + " what `terraform show -json` prints");
    };
  }

  private static Input problem(String source, String rule, String message) {
    return new Input(
        List.of(),
        List.of(),
        List.of(),
        List.of(Problem.error(Location.startOf(source), rule, message)));
  }

  private static boolean looksLikeJson(String text) {
    String start = text.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  /** Whether the first key is in quotes, as in JSON and hardly ever in YAML. */
  private static boolean quoted(String text) {
    return text.stripLeading().substring(1).stripLeading().startsWith("\"");
  }
}
