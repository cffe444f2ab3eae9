package io.github.fleetdns.report;

import io.github.fleetdns.change.Batch;
import io.github.fleetdns.change.Resource;
import io.github.fleetdns.change.Step;
import io.github.fleetdns.change.Way;
import io.github.fleetdns.text.Hidden;
import io.github.fleetdns.text.ShellPipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The files that {@code diff --batch} writes: a change batch for each name, and for each stack the
 * {@code import} and {@code removed} blocks after which it has nothing to do about these names.
 */
final class BatchFiles {
  private final List<Batch> batches;
  private final UnaryOperator<String> ids;
  private final String stem;
  private final String ending;

  /**
   * The files of a way: of the names that its steps exchange in one batch or, if there is none, of
   * every name that changes.
   *
   * @param file the first file, as the user named it
   * @param ids the id of a resource, by its address, and of a zone, by its key
   */
  BatchFiles(Way way, String file, UnaryOperator<String> ids) {
    List<Batch> needed =
        way.steps().stream()
            .filter(Step.InOneBatch.class::isInstance)
            .map(step -> ((Step.InOneBatch) step).batch())
            .toList();
    this.batches = needed.isEmpty() ? way.batches() : needed;
    this.ids = ids;
    boolean json = file.endsWith(".json");
    this.stem = json ? file.substring(0, file.length() - ".json".length()) : file;
    this.ending = json ? ".json" : "";
  }

  /** What is written, by file. */
  Map<Path, String> contents() {
    Map<Path, String> files = new LinkedHashMap<>();
    for (Batch batch : batches) {
      files.put(Path.of(file(batch)), Json.write(ChangeBatch.of(batch, ids), Hidden.NONE) + "\n");
    }
    for (String stack : stacks()) {
      files.put(Path.of(blocksFile(stack)), String.join("\n", blocks(stack)) + "\n");
    }
    return files;
  }

  private String file(Batch batch) {
    int number = batches.indexOf(batch);
    return stem + (number < 1 ? "" : "-" + (number + 1)) + ending;
  }

  /** The stacks that have to be told something. */
  private List<String> stacks() {
    List<String> stacks = new ArrayList<>();
    for (Batch batch : batches) {
      batch.forgotten().forEach(held -> stacks.add(held.stack()));
      batch.imported().forEach(held -> stacks.add(held.stack()));
    }
    return stacks.stream().distinct().toList();
  }

  private String blocksFile(String stack) {
    List<String> all = stacks();
    return stem + (all.size() < 2 ? "" : "-" + all.indexOf(stack)) + ".tf";
  }

  private List<String> blocks(String stack) {
    List<String> lines = new ArrayList<>();
    for (Batch batch : batches) {
      for (Batch.Held held : batch.forgotten()) {
        // An address that another record set has next is imported anew; its state has to go first.
        if (held.stack().equals(stack) && !isImported(held)) {
          lines.add("removed {");
          lines.add("  from = " + held.resource().address().replaceAll("\\[.*?\\]", ""));
          lines.add("  lifecycle {");
          lines.add("    destroy = false");
          lines.add("  }");
          lines.add("}");
        }
      }
      for (Batch.Held held : batch.imported()) {
        if (held.stack().equals(stack)) {
          lines.add("import {");
          lines.add("  to = " + held.resource().address());
          lines.add("  id = \"" + id(held.resource()) + "\"");
          lines.add("}");
        }
      }
    }
    return lines;
  }

  private boolean isImported(Batch.Held held) {
    return batches.stream()
        .flatMap(batch -> batch.imported().stream())
        .anyMatch(
            other ->
                other.stack().equals(held.stack())
                    && other.resource().address().equals(held.resource().address()));
  }

  /** As the provider takes a record set apart: zone, name, type and set identifier. */
  private String id(Resource resource) {
    Resource.OfSet set = resource.set().orElseThrow();
    return ids.apply(set.zone())
        + "_"
        + set.set().name()
        + "_"
        + set.set().type()
        + set.set().routing().map(routing -> "_" + routing.setIdentifier()).orElse("");
  }

  /** The commands that send a batch. */
  List<String> send(Batch batch, String terraform) {
    String file = file(batch);
    String ready =
        stem
            + (batches.indexOf(batch) < 1 ? "" : "-" + (batches.indexOf(batch) + 1))
            + ".ready"
            + ending;
    String zone = ids.apply(batch.zone());
    List<String> lines = new ArrayList<>();
    boolean open = Json.write(ChangeBatch.of(batch, ids), Hidden.NONE).contains("${");
    if (open) {
      lines.add(
          "(printf 'base64encode(jsonencode('; tr -d '\\n' < "
              + ShellPipe.word(file)
              + "; echo '))') | "
              + terraform
              + " console | tr -d '\"' | base64 -d > "
              + ShellPipe.word(ready));
    }
    String id =
        zone.startsWith("${")
            ? "\"$(echo "
                + ShellPipe.quoted(zone.substring(2, zone.length() - 1))
                + " | "
                + terraform
                + " console | tr -d '\"')\""
            : ShellPipe.word(zone);
    lines.add(
        "aws route53 change-resource-record-sets --hosted-zone-id "
            + id
            + " --change-batch "
            + ShellPipe.word("file://" + (open ? ready : file)));
    return lines;
  }

  /** The commands that tell the stacks of all batches what stands now. */
  List<String> tell(Way way, UnaryOperator<String> terraform) {
    List<String> lines = new ArrayList<>();
    for (String stack : stacks()) {
      for (Batch batch : batches) {
        batch.forgotten().stream()
            .filter(held -> held.stack().equals(stack) && isImported(held))
            .forEach(
                held ->
                    lines.add(
                        terraform.apply(stack)
                            + " state rm "
                            + WaySteps.quoted(held.resource().address())));
      }
      String folder = terraform.apply(stack).replaceAll("^terraform(?: -chdir=)?", "");
      lines.add(
          "cp "
              + ShellPipe.word(blocksFile(stack).toString())
              + " "
              + ShellPipe.word((folder.isEmpty() ? "." : folder) + "/batch.tf"));
    }
    return lines;
  }
}
