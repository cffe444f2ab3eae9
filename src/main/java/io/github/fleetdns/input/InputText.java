package io.github.fleetdns.input;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The text of a file, or why there is none. */
final class InputText {
  /** Far above the plan of Route 53's largest zones; what is bigger is no plan of a zone. */
  static final long MAX_BYTES = 512L << 20;

  private static final int ZIP = 0x504b0304;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private InputText() {}

  /** Reads a file; Windows PowerShell writes what it redirects as UTF-16. */
  static Optional<String> read(Path file, List<Problem> problems) {
    String source = file.toString();
    try {
      if (Files.size(file) > MAX_BYTES) {
        return problem(
            problems, source, "file-huge", "the file is over " + (MAX_BYTES >> 20) + " MiB");
      }
      return text(Files.readAllBytes(file), source, problems);
    } catch (NoSuchFileException e) {
      return problem(
          problems,
          source,
          "file-missing",
          "no such file; `fleetdns init` writes one to start from");
    } catch (AccessDeniedException e) {
      return problem(problems, source, "file-unreadable", "permission to read it is denied");
    } catch (IOException e) {
      return problem(problems, source, "file-unreadable", "cannot read it: " + e.getMessage());
    }
  }

  private static Optional<String> text(byte[] bytes, String source, List<Problem> problems) {
    if (bytes.length > 4 && ByteBuffer.wrap(bytes).getInt() == ZIP) {
      return problem(
          problems,
          source,
          "file-binary",
          "this is a plan in Terraform's own format; write it as JSON: terraform show -json "
              + source
              + " > plan.json");
    }
    try {
      String text = charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String plain =
          !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
      int nul = plain.indexOf('\0');
      return nul < 0
          ? Optional.of(plain)
          : problem(problems, source, "file-binary", "this is no text; name a fleet file or JSON");
    } catch (CharacterCodingException e) {
      return problem(
          problems, source, "file-encoding", "not UTF-8; save the file as UTF-8, or name another");
    }
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

  private static Optional<String> problem(
      List<Problem> problems, String source, String rule, String message) {
    problems.add(Problem.error(Location.startOf(source), rule, message));
    return Optional.empty();
  }
}
