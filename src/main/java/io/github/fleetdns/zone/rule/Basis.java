package io.github.fleetdns.zone.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * What a rule rests on: statements of docs/route53.md, each with its source and the day on which it
 * was last looked at.
 *
 * @param anchors the anchors of the statements
 * @param inferred whether the rule follows from them, and nobody says it: such a rule only warns
 * @param note what else there is to say, such as the API's words; may be empty
 */
public record Basis(List<String> anchors, boolean inferred, String note) {

  /** Requires an anchor, and copies them. */
  public Basis {
    anchors = List.copyOf(anchors);
    if (anchors.isEmpty()) {
      throw new IllegalArgumentException("a rule rests on something");
    }
  }

  /** A rule that these statements say. */
  static Basis of(String anchor, String... more) {
    return new Basis(anchors(anchor, more), false, "");
  }

  /** A rule that follows from these statements. */
  static Basis inferred(String anchor, String... more) {
    return new Basis(anchors(anchor, more), true, "");
  }

  /** The same with a note. */
  Basis and(String more) {
    return new Basis(anchors, inferred, more);
  }

  private static List<String> anchors(String anchor, String... more) {
    List<String> anchors = new ArrayList<>(List.of(anchor));
    anchors.addAll(List.of(more));
    return anchors;
  }
}
