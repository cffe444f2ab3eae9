package io.github.fleetdns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that are kept in files and compared byte for byte. A difference leaves the actual text
 * beside the expected one, as {@code *.actual}; only {@code -Dfleetdns.update=true} rewrites the
 * latter.
 */
public final class Goldens {
  private static final boolean UPDATE = Boolean.getBoolean("fleetdns.update");

  private Goldens() {}

  /** Requires the text to be what the file holds. */
  public static void assertMatches(Path golden, String actual) {
    Path beside = golden.resolveSibling(golden.getFileName() + ".actual");
    try {
      if (UPDATE) {
        Files.writeString(golden, actual);
      }
      String expected = Files.exists(golden) ? Files.readString(golden) : "";
      if (!expected.equals(actual)) {
        Files.writeString(beside, actual);
      } else {
        Files.deleteIfExists(beside);
      }
      assertThat(actual)
          .describedAs("%s; the actual text is in %s", golden, beside)
          .isEqualTo(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
