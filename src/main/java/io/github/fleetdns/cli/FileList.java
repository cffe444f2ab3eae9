package io.github.fleetdns.cli;

import io.github.fleetdns.source.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Several files in one argument, the stacks of one zone for example: {@code us.yaml,eu.yaml}. */
final class FileList {
  private static final Pattern COMMA = Pattern.compile(",");

  private FileList() {}

  /** The files that an argument names: itself, or its parts between commas if it is no file. */
  static List<Path> of(Path argument) {
    String text = argument.toString();
    return text.indexOf(',') < 0 || Files.exists(argument)
        ? List.of(argument)
        : COMMA.splitAsStream(text).filter(part -> !part.isEmpty()).map(Path::of).toList();
  }

  /** What messages call files. */
  static String name(List<Path> files) {
    return String.join(", ", files.stream().map(Source::name).toList());
  }
}
