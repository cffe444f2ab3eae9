package io.github.fleetdns.dns;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The health panel as a page: its files, and what a browser may do with them. */
final class PanelPage {
  /** Nothing from elsewhere, and nothing within another page. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Map<String, String> TYPES =
      Map.of("/", "text/html", "/panel.css", "text/css", "/panel.js", "text/javascript");

  private PanelPage() {}

  /**
   * A file of it.
   *
   * @param type its media type
   */
  @SuppressWarnings("ArrayRecordComponent") // Sent as it is, and never compared.
  record File(String type, byte[] content) {}

  /** The file at a path. */
  static Optional<File> at(String path) {
    String name = path.equals("/") ? "/panel.html" : path;
    return Optional.ofNullable(TYPES.get(path)).map(type -> new File(type, read("/panel" + name)));
  }

  private static byte[] read(String resource) {
    try (InputStream in = PanelPage.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
