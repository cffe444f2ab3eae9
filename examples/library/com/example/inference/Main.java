package com.example.inference;

import com.hashicorp.cdktf.App;
import io.github.fleetdns.jsii.QuickKernel;
import java.nio.file.Path;

/** A CDKTF app of one's own; {@code "app"} in its cdktf.json starts it. */
public final class Main {
  private Main() {}

  /** Synthesizes both stacks. */
  public static void main(String[] args) {
    QuickKernel.use();
    App app = new App();
    new InferenceStack(app, "inference");
    new FleetFileStack(app, "from-a-file", Path.of("fleet.yaml"));
    app.synth();
  }
}
