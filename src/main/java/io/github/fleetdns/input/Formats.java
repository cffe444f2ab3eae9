package io.github.fleetdns.input;

import java.util.List;

/** The formats, in the order in which a text is shown to them. */
final class Formats {
  /** Every format; the last one takes what is none of the others. */
  static final List<Format> ALL =
      List.of(
          new HclFormat(),
          new ListingFormat(),
          new TerraformFormat(),
          new BindFormat(),
          new OctodnsFormat(),
          new FleetFormat(),
          new OtherFormat());

  private Formats() {}

  /** What a text holds, whatever its form. */
  static Input read(Text text) {
    return of(text).read(text);
  }

  /** The format of a text. */
  static Format of(Text text) {
    return ALL.stream()
        .filter(format -> format.recognises(text))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the last format takes everything"));
  }
}
