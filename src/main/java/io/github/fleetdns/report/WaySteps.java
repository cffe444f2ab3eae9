package io.github.fleetdns.report;

import io.github.fleetdns.change.Step;
import io.github.fleetdns.change.Way;
import io.github.fleetdns.text.ShellPipe;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The steps of a way as commands to paste; comments begin with #. */
final class WaySteps {
  private WaySteps() {}

  /**
   * How things are called in commands.
   *
   * @param terraform how Terraform is called for a stack
   * @param files the files of the batches
   * @param isWritten whether these are written
   */
  record Commands(UnaryOperator<String> terraform, BatchFiles files, boolean isWritten) {}

  static List<String> lines(Way way, Commands commands) {
    List<String> lines = new ArrayList<>();
    int number = 0;
    boolean batch = way.steps().stream().anyMatch(Step.InOneBatch.class::isInstance);
    if (batch && !commands.isWritten()) {
      lines.add("# the files are written by diff --batch batch.json");
    }
    boolean told = !batch;
    for (Step step : way.steps()) {
      if (step instanceof Step.Rest && !told) {
        told = true;
        List<String> tell = commands.files().tell(way, commands.terraform());
        if (!tell.isEmpty()) {
          number++;
          lines.add("# step " + number + ": Terraform is told what stands now");
          lines.addAll(tell);
        }
      }
      number++;
      lines.add("# step " + number + ": " + step.accept(WHAT));
      lines.addAll(step.accept(new Lines(commands)));
    }
    return lines;
  }

  private static final Step.Visitor<String> WHAT =
      new Step.Visitor<>() {
        @Override
        public String move(Step.Move step) {
          return step.isHandOver()
              ? step.fromStack() + " hands " + step.from() + " over to " + step.toStack()
              : step.from() + " becomes " + step.to();
        }

        @Override
        public String targets(Step.Targets step) {
          return "what has to come first";
        }

        @Override
        public String rest(Step.Rest step) {
          return "the rest of " + step.stack();
        }

        @Override
        public String inOneBatch(Step.InOneBatch step) {
          return "the record sets of "
              + step.batch().name()
              + " in one batch of the API of Route 53";
        }

        @Override
        public String keep(Step.Keep step) {
          return "plan anew without -replace, so that " + step.address() + " stays";
        }

        @Override
        public String blocks(Step.Blocks step) {
          return "the blocks of " + step.collection() + " in one call of the API of Route 53";
        }
      };

  /** The commands of a step. */
  private record Lines(Commands commands) implements Step.Visitor<List<String>> {
    private String terraform(String stack) {
      return commands.terraform().apply(stack);
    }

    @Override
    public List<String> move(Step.Move step) {
      String from = terraform(step.fromStack());
      if (!step.isHandOver()) {
        return List.of(from + " state mv " + quoted(step.from()) + " " + quoted(step.to()));
      }
      return List.of(
          "id=$("
              + from
              + " state show -no-color "
              + quoted(step.from())
              + " | sed -n 's/^ *id *= \"\\(.*\\)\"$/\\1/p')",
          from + " state rm " + quoted(step.from()),
          terraform(step.toStack()) + " import " + quoted(step.to()) + " \"$id\"");
    }

    @Override
    public List<String> targets(Step.Targets step) {
      return List.of(
          terraform(step.stack())
              + " apply "
              + step.addresses().stream()
                  .map(address -> "-target=" + quoted(address))
                  .collect(Collectors.joining(" ")));
    }

    @Override
    public List<String> rest(Step.Rest step) {
      return List.of(terraform(step.stack()) + " apply");
    }

    @Override
    public List<String> inOneBatch(Step.InOneBatch step) {
      String stack = step.batch().stacks().stream().findFirst().orElse("");
      return commands.files().send(step.batch(), terraform(stack));
    }

    @Override
    public List<String> keep(Step.Keep step) {
      return List.of(
          "# if it is tainted: " + terraform(step.stack()) + " untaint " + quoted(step.address()));
    }

    @Override
    public List<String> blocks(Step.Blocks step) {
      return List.of(
          "aws route53 change-cidr-collection --id \"$(echo "
              + quoted(step.collection() + ".id")
              + " | "
              + terraform(step.stack())
              + " console | tr -d '\"')\" --changes "
              + quoted(
                  step.changes().stream()
                      .map(Lines::json)
                      .collect(Collectors.joining(",", "[", "]"))));
    }

    private static String json(Step.InLocation change) {
      return "{\"LocationName\":\""
          + change.location()
          + "\",\"Action\":\""
          + (change.isPut() ? "PUT" : "DELETE_IF_EXISTS")
          + "\",\"CidrList\":["
          + change.blocks().stream()
              .map(block -> "\"" + block + "\"")
              .collect(Collectors.joining(","))
          + "]}";
    }
  }

  static String quoted(String address) {
    return ShellPipe.quoted(address);
  }
}
