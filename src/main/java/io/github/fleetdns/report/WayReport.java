package io.github.fleetdns.report;

import io.github.fleetdns.change.StackChange;
import io.github.fleetdns.change.Way;
import io.github.fleetdns.text.ShellLine;
import io.github.fleetdns.text.ShellPipe;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way from one zone to another as {@code diff} prints it. */
public final class WayReport {
  private final Way way;
  private final WaySteps.Commands commands;
  private final BatchFiles files;
  private final Optional<String> batch;

  /**
   * A report.
   *
   * @param changes the stacks that the way is of
   * @param ids the ids of resources, by address, and of zones, by key, as far as they are known
   * @param batch the file for the change batch, if one is to be written
   */
  public WayReport(
      Way way, List<StackChange> changes, Map<String, String> ids, Optional<String> batch) {
    this.way = way;
    this.batch = batch;
    Map<String, String> terraform = new HashMap<>();
    changes.forEach(change -> terraform.put(change.name(), change.terraform()));
    this.files =
        new BatchFiles(
            way, batch.orElse("batch.json"), key -> ids.getOrDefault(key, "${" + key + ".id}"));
    this.commands =
        new WaySteps.Commands(
            stack -> terraform.getOrDefault(stack, "terraform"), files, batch.isPresent());
  }

  /** The way. */
  public Way way() {
    return way;
  }

  /** The files of the batch that was asked for, and what they hold. */
  public Map<Path, String> files() {
    return batch.isPresent() ? files.contents() : Map.of();
  }

  /** As JSON. */
  public Map<String, Object> json() {
    return WayJson.of(way, commands);
  }

  /** A page that begins with the verdict. */
  public Page head() {
    return new Page().strong(WayText.line(way));
  }

  /**
   * Reasons, gaps and steps; nothing if there is nothing to say beside the verdict.
   *
   * @param others whether other steps to the same end are printed before
   */
  public Page tail(boolean others) {
    Page page = new Page();
    List<String> details = WayText.details(way);
    List<ShellLine> steps = WaySteps.lines(way, commands).stream().map(ShellPipe::line).toList();
    if (details.isEmpty() && steps.isEmpty()) {
      return page;
    }
    page.heading(3, "The way");
    details.forEach(page::item);
    if (!steps.isEmpty()) {
      page.commands(
          "Step by step, tried out in the simulation"
              + (others ? "; take these steps or those above, not both:" : ":"),
          steps);
    }
    return page;
  }
}
