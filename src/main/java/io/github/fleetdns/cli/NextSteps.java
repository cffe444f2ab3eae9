package io.github.fleetdns.cli;

import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.text.ShellCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands that deploy what was synthesized, as they work in the folder where that was.
 *
 * @param installed the programs that are there
 * @param withCdktf whether the CLI of CDK for Terraform gets to these stacks
 */
record NextSteps(Installed installed, boolean withCdktf) {
  /** What npx gets where no CLI is installed. */
  private static final String CDKTF = "npx cdktf-cli@0.19.2";

  /** What is to be said after these files were synthesized here. */
  static NextSteps after(List<Path> files, Path out) {
    boolean leads =
        CdktfProject.in(Path.of("")).filter(project -> project.leadsTo(files, out)).isPresent();
    return new NextSteps(Installed.here(), leads);
  }

  /** The commands, a line each. */
  List<String> of(Fleet fleet, Path directory) {
    ShellCommand terraform = ShellCommand.of(installed.firstOf("terraform", "tofu"));
    List<String> lines = new ArrayList<>();
    if (fleet
        .backend()
        .<Boolean>match(local -> false, cloud -> true, s3 -> false, remote -> true)) {
      lines.add(terraform.with("login").line() + "    (once, for the workspace; then)");
    }
    ShellCommand in = terraform.with("-chdir=" + directory);
    lines.add(in.with("init").and(in.with("plan")).line());
    if (withCdktf) {
      String cli = installed.firstOf(CDKTF, "cdktn", "cdktf");
      lines.add(ShellCommand.of(cli.split(" ", -1)).with("deploy", fleet.name()).line());
    }
    return lines;
  }
}
