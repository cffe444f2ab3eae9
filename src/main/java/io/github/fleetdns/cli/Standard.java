package io.github.fleetdns.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A standard stream that remembers why it could not be written to, which Java's own forget. */
final class Standard extends FilterOutputStream {
  private Optional<IOException> failure = Optional.empty();

  Standard(OutputStream to) {
    super(to);
  }

  /** The stream of a descriptor. */
  static Standard of(FileDescriptor descriptor) {
    return new Standard(new FileOutputStream(descriptor));
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      failure = failure.or(() -> Optional.of(e));
      throw e;
    }
  }

  /**
   * Why something is missing from what was written; empty if nothing is, or if whoever read it had
   * enough, as {@code head} has.
   */
  Optional<String> trouble() {
    return failure
        .map(e -> String.valueOf(e.getMessage()))
        .filter(message -> !message.contains("Broken pipe"));
  }
}
