package io.github.fleetdns.input;

import java.util.List;

/**
 * A form in which zones can be given. A text is shown to the formats in order, and the first that
 * recognises it reads it: a new format is a class and a line in {@link Formats#ALL}.
 */
interface Format {
  /** Whether a text is of this form; no more of it is looked at than that takes. */
  boolean recognises(Text text);

  /** What the text holds. Whatever is wrong with it is among the problems of the input. */
  Input read(Text text);

  /** Whether a file of a directory that a user named, called so, is read as this form. */
  default boolean isCalled(String fileName) {
    return false;
  }

  /** Whether all texts of this form that a user names are read together, as pages are. */
  default boolean belongsTogether() {
    return false;
  }

  /**
   * What the files of a directory hold that are called so: each by itself, unless the form says
   * that they belong together, as the files of a configuration or a list and its health checks do.
   *
   * @param folder the directory, as the user named it
   */
  default Input readTogether(String folder, List<Text> texts) {
    return Input.all(texts.stream().map(this::read).toList());
  }
}
