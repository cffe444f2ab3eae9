package io.github.fleetdns.input;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import java.util.regex.Pattern;

/** Terraform's own language, which is not read: its plans are. */
final class HclFormat implements Format {
  /** What to do with it. */
  static final String PLAN =
      "run `terraform plan -out=p && terraform show -json p > plan.json` and name plan.json";

  /** How its files are called. */
  static final String END = ".tf";

  private static final Pattern BLOCK =
      Pattern.compile(
          "(?m)\\A(?:\\s*(?:[#/].*)?\\R)*\\s*(?:(?:resource|data)\\s+\"[^\"]*\"\\s+\"|"
              + "(?:provider|variable|module|output)\\s+\"|(?:terraform|locals)\\s*\\{)");

  @Override
  public boolean recognises(Text text) {
    return text.name().endsWith(END) || BLOCK.matcher(text.content()).find();
  }

  @Override
  public Input read(Text text) {
    return Input.of(
        Problem.error(
            Location.startOf(text.name()),
            "terraform-hcl",
            "Terraform's own language is not read here, but plans are; in its directory, " + PLAN));
  }
}
