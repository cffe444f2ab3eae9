package io.github.fleetdns.input;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import java.util.List;

/** What no other format recognises: JSON of something else, and text that is meant to be JSON. */
final class OtherFormat implements Format {
  @Override
  public boolean recognises(Text text) {
    return true;
  }

  @Override
  public Input read(Text text) {
    return text.jsonProblems().isEmpty()
        ? Input.of(
            Problem.error(
                Location.startOf(text.name()),
                "file-unknown",
                "this JSON is neither Terraform nor a fleet; name a fleet file, a *.tf.json, or"
                    + " what `terraform show -json` prints"))
        : Input.of(List.copyOf(text.jsonProblems()));
  }
}
