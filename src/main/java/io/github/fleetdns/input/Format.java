package io.github.fleetdns.input;

import java.util.List;

/**
 * A form in which zones can be given. A text is shown to the formats in order, and the first that
 * recognises it reads it: a new format is a class and a line in {@link #ALL}.
 */
interface Format {
  /** Every format; what none of them recognises is no input. */
  List<Format> ALL =
      List.of(new HclFormat(), new TerraformFormat(), new FleetFormat(), new OtherFormat());

  /** Whether a text is of this form; no more of it is looked at than that takes. */
  boolean recognises(Text text);

  /** What the text holds. Whatever is wrong with it is among the problems of the input. */
  Input read(Text text);

  /** What a text holds, whatever its form. */
  static Input of(Text text) {
    return ALL.stream()
        .filter(format -> format.recognises(text))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the last format takes everything"))
        .read(text);
  }
}
