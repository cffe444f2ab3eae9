package io.github.fleetdns.cli;

import io.github.fleetdns.fleet.Fleet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands that deploy a synthesized stack. */
final class NextSteps {
  private NextSteps() {}

  /** The commands, a line each. */
  static List<String> of(Fleet fleet, Path directory) {
    List<String> lines = new ArrayList<>();
    if (fleet
        .backend()
        .<Boolean>match(local -> false, cloud -> true, s3 -> false, remote -> true)) {
      lines.add("terraform login    (once, for the workspace; then)");
    }
    lines.add("terraform -chdir=" + directory + " init && terraform -chdir=" + directory + " plan");
    lines.add("npx cdktf-cli@0.19.2 deploy " + fleet.name());
    return lines;
  }
}
