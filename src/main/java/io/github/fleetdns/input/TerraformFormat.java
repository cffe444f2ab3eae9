package io.github.fleetdns.input;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.terraform.read.TerraformReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Terraform's JSON: a configuration, and what {@code terraform show -json} prints. */
final class TerraformFormat implements Format {
  private static final String JSON = ".tf.json";

  private static final Set<TerraformReader.Kind> KINDS =
      EnumSet.complementOf(EnumSet.of(TerraformReader.Kind.LISTING, TerraformReader.Kind.OTHER));

  @Override
  public boolean recognises(Text text) {
    return text.json().filter(read -> KINDS.contains(read.kind())).isPresent();
  }

  @Override
  public Input read(Text text) {
    TerraformReader.Document document = text.json().orElseThrow();
    return switch (document.kind()) {
      case CONFIGURATION ->
          TerraformInput.of(
              text.name(), TerraformReader.configuration(List.of(document), List.of()), List.of());
      case PLAN -> TerraformInput.of(text.name(), TerraformReader.plan(document), List.of());
      case STATE -> TerraformInput.of(text.name(), TerraformReader.state(document), List.of());
      case STATE_FILE ->
          Input.of(
              Problem.error(
                  Location.startOf(text.name()),
                  "terraform-state-file",
                  "this is Terraform's own state file, whose form can change; in its directory, run"
                      + " `terraform show -json > state.json` and name state.json"));
      case LISTING, OTHER -> throw new IllegalArgumentException("not recognised: " + text.name());
    };
  }

  @Override
  public boolean isCalled(String fileName) {
    return fileName.endsWith(JSON);
  }

  /** The files of a directory are one configuration, as for Terraform. */
  @Override
  public Input readTogether(String folder, List<Text> texts) {
    List<Problem> problems = new ArrayList<>();
    List<TerraformReader.Document> documents = new ArrayList<>();
    List<TerraformReader.Document> overrides = new ArrayList<>();
    for (Text text : texts) {
      boolean override =
          text.isCalled("override" + JSON) || text.name().endsWith("_override" + JSON);
      problems.addAll(text.jsonProblems());
      text.json().ifPresent(override ? overrides::add : documents::add);
    }
    return TerraformInput.of(folder, TerraformReader.configuration(documents, overrides), problems);
  }
}
