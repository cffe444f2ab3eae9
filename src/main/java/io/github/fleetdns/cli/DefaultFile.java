package io.github.fleetdns.cli;

import io.github.fleetdns.source.Source;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that a command takes where none is named before the names that it takes. */
final class DefaultFile {
  static final Path PATH = Path.of("fleet.yaml");

  /** What the help calls a file and a name in it. */
  static final String FILE_SERVICE = "[FILE] [SERVICE]";

  private DefaultFile() {}

  /** Whether a word is a file, or can only have been meant as one. */
  static boolean isFile(String word) {
    return Source.isStandardInput(Path.of(word))
        || Files.exists(Path.of(word))
        || word.contains("/")
        || word.matches("(?i).*\\.(?:ya?ml|json|tfstate|tfplan)");
  }
}
