package io.github.fleetdns.source;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A text that was read once, or why there is none.
 *
 * @param name what problems call it: the path as the user wrote it, {@code <stdin>} for standard
 *     input
 * @param text the text without a byte order mark; empty if there is none to be had
 * @param problems why there is no text; none if there is one
 */
public record Source(String name, Optional<String> text, List<Problem> problems) {
  /** The path that stands for standard input. */
  public static final Path STANDARD_INPUT = Path.of("-");

  /** What problems call standard input. */
  public static final String STANDARD_INPUT_NAME = "<stdin>";

  private static final Set<Path> STANDARD_INPUT_PATHS =
      Set.of(
          STANDARD_INPUT, Path.of("/dev/stdin"), Path.of("/dev/fd/0"), Path.of("/proc/self/fd/0"));

  /** Far above the plan of Route 53's largest zones; what is bigger is no plan of a zone. */
  public static final long MAX_BYTES = 512L << 20;

  /** How long somebody may take to open a named pipe at its other end. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int CHUNK = 1 << 16;
  private static final int ZIP = 0x504b0304;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Copies the problems. */
  public Source {
    problems = List.copyOf(problems);
  }

  /** A text that is at hand. */
  public static Source of(String name, String text) {
    return new Source(name, Optional.of(withoutMark(text)), List.of());
  }

  /**
   * Reads a file, a pipe or, for {@code -}, standard input; once, whatever it is. Windows
   * PowerShell writes what it redirects as UTF-16, which is understood; everything else is UTF-8.
   */
  public static Source read(Path path) {
    String name = name(path);
    try {
      if (path.equals(STANDARD_INPUT)) {
        return of(name, bytes(System.in));
      }
      if (Files.isDirectory(path)) {
        return none(name, "file-directory", "this is a directory; name a file");
      }
      try (InputStream in = open(path, PATIENCE)) {
        return of(name, bytes(in));
      }
    } catch (TimeoutException e) {
      return none(
          name,
          "file-unreadable",
          "nobody has begun to write into this pipe for "
              + PATIENCE.toSeconds()
              + " seconds; start what does");
    } catch (NoSuchFileException e) {
      return none(name, "file-missing", "no such file" + toStartFrom(name));
    } catch (AccessDeniedException e) {
      return none(name, "file-unreadable", "permission to read it is denied");
    } catch (IOException e) {
      return none(name, "file-unreadable", "cannot read it: " + e.getMessage());
    }
  }

  /** Opens a file; a named pipe is open once somebody writes to it. */
  static InputStream open(Path path, Duration patience) throws IOException, TimeoutException {
    if (!Files.readAttributes(path, BasicFileAttributes.class).isOther()) {
      return Files.newInputStream(path);
    }
    FutureTask<InputStream> opening = new FutureTask<>(() -> Files.newInputStream(path));
    Thread thread = new Thread(opening, "open-" + path.getFileName());
    thread.setDaemon(true);
    thread.start();
    try {
      return opening.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /** What problems call a path. */
  public static String name(Path path) {
    return path.equals(STANDARD_INPUT) ? STANDARD_INPUT_NAME : path.toString();
  }

  /** Whether a path is standard input, by whatever name. */
  public static boolean isStandardInput(Path path) {
    return STANDARD_INPUT_PATHS.contains(path);
  }

  private static String toStartFrom(String name) {
    return name.endsWith(".yaml") ? "; `fleetdns init` writes one to start from" : "";
  }

  /** The bytes, no more than one above the limit; of what is no text only its beginning. */
  private static byte[] bytes(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      all.write(chunk, 0, read);
      if (all.size() > MAX_BYTES || (all.size() <= CHUNK && isBinary(all.toByteArray()))) {
        break;
      }
    }
    return all.toByteArray();
  }

  private static boolean isBinary(byte[] bytes) {
    if (!charset(bytes).equals(StandardCharsets.UTF_8)) {
      return false;
    }
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static Source of(String name, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return none(name, "file-huge", "the file is over " + (MAX_BYTES >> 20) + " MiB");
    }
    if (bytes.length > 4 && ByteBuffer.wrap(bytes).getInt() == ZIP) {
      return none(
          name,
          "file-binary",
          "this is a plan in Terraform's own format; write it as JSON: terraform show -json "
              + (name.equals(STANDARD_INPUT_NAME) ? "p" : name)
              + " > plan.json");
    }
    Charset charset = charset(bytes);
    try {
      String text = withoutMark(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      if (text.isBlank()) {
        return none(name, "file-empty", "the file is empty" + toStartFrom(name));
      }
      int nul = text.indexOf('\0');
      return nul < 0
          ? new Source(name, Optional.of(text), List.of())
          : none(
              Location.after(name, text.substring(0, nul)),
              name,
              "file-binary",
              "the character U+0000 is in it, so this is no text; name another file");
    } catch (CharacterCodingException e) {
      return none(
          firstBadByte(bytes, charset, name),
          name,
          "file-encoding",
          "not UTF-8; save the file as UTF-8");
    }
  }

  private static Location firstBadByte(byte[] bytes, Charset charset, String name) {
    CharsetDecoder decoder = charset.newDecoder();
    CharBuffer out = CharBuffer.allocate(bytes.length);
    decoder.decode(ByteBuffer.wrap(bytes), out, true);
    return Location.after(name, out.flip().toString());
  }

  private static Charset charset(byte[] bytes) {
    boolean two = bytes.length >= 2;
    if (two && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    return two && bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff
        ? StandardCharsets.UTF_16BE
        : StandardCharsets.UTF_8;
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static Source none(String name, String rule, String message) {
    return none(Location.startOf(name), name, rule, message);
  }

  private static Source none(Location at, String name, String rule, String message) {
    return new Source(name, Optional.empty(), List.of(Problem.error(at, rule, message)));
  }
}
