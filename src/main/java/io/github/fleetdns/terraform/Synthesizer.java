package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import io.github.fleetdns.compile.CompiledZone;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.jsii.MissingEnvironmentException;
import io.github.fleetdns.jsii.QuickKernel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.jsii.JsiiError;

/** Writes fleets as Terraform JSON, a stack each, the way {@code cdktf} expects it. */
public final class Synthesizer {
  private Synthesizer() {}

  /**
   * Synthesizes the fleets into an output directory, completely or not at all.
   *
   * @param fleets fleets with different names
   * @param out the output directory; made if missing
   * @throws InvalidFleetException if Route 53 would refuse a zone
   * @throws MissingEnvironmentException if Node.js is missing or too old, or the directory cannot
   *     be written
   * @throws IOException if writing fails on the way
   */
  public static void synth(List<Fleet> fleets, Path out)
      throws MissingEnvironmentException, IOException {
    List<CompiledZone> checked = new ArrayList<>();
    fleets.forEach(fleet -> checked.add(ZoneResources.checked(fleet, warning -> {})));
    synth(checked, Map.of(), out, phase -> {});
  }

  /**
   * Synthesizes fleets that have been checked, and tells at the end of each phase what it was.
   *
   * @param checked fleets with different names, none of which breaks a rule
   * @param imports what exists already, by the names of fleets
   * @param ended gets the phases' names
   * @see #synth(List, Path)
   */
  public static void synth(
      List<CompiledZone> checked, Map<String, Imports> imports, Path out, Consumer<String> ended)
      throws MissingEnvironmentException, IOException {
    QuickKernel.await();
    ended.accept("waiting for Node.js, which starts meanwhile");
    try (OutputDirectory output = OutputDirectory.open(out.toAbsolutePath())) {
      App app =
          new App(
              AppConfig.builder().outdir(output.staging().toString()).stackTraces(false).build());
      checked.forEach(
          zone ->
              new FleetStack(
                  app,
                  zone,
                  RecordWriter::choose,
                  Optional.ofNullable(imports.get(zone.fleet().name()))));
      ended.accept("constructs");
      app.synth();
      ended.accept("CDKTF's synthesis");
      output.publish();
      ended.accept("moving the files into place");
    } catch (JsiiError e) {
      throw lost(e);
    }
  }

  /** Node.js that ended in the midst; whatever else is wrong there is a defect. */
  static MissingEnvironmentException lost(JsiiError e) {
    String message = String.valueOf(e.getMessage());
    if (!message.contains("Child process exited") && !(e.getCause() instanceof IOException)) {
      throw e;
    }
    return new MissingEnvironmentException(
        "Node.js, which CDKTF runs in, ended in the midst, perhaps for want of memory or because it was"
            + " killed; nothing was written, run it again");
  }

  /**
   * Begins to start Node.js in the background, which {@link #synth} needs: for those who have
   * something to do before.
   */
  public static void begin() {
    QuickKernel.begin();
  }

  /**
   * Whether the jsii runtime has to unpack CDKTF's libraries before it can start, as it does once
   * on each machine.
   */
  public static boolean isFirstRun() {
    return QuickKernel.isFirstRun();
  }

  /** Where a fleet's stack lies in an output directory. */
  public static Path stackDirectory(Path out, Fleet fleet) {
    return out.resolve("stacks").resolve(fleet.name());
  }
}
