package io.github.fleetdns.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** How the program writes a file that a user named. */
final class WrittenFile {
  private WrittenFile() {}

  /** Why something could not be written, in a few words. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "permission to write " + denied.getFile() + " is denied";
    }
    if (e instanceof FileAlreadyExistsException inTheWay) {
      return inTheWay.getFile() + " is no folder";
    }
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + " is not there";
    }
    if (e instanceof FileSystemException other && other.getReason() != null) {
      return other.getFile() + ": " + other.getReason();
    }
    return String.valueOf(e.getMessage());
  }

  /**
   * Writes beside the file and moves that into place: whoever has the old one open never sees half
   * a new one, and a run that fails leaves the old one. What is no regular file, such as a device
   * or a pipe, is written to; a link is followed; permissions stay.
   */
  static void write(Path file, byte[] content) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file;
    if (Files.exists(target) && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      Files.write(target, content, StandardOpenOption.WRITE);
      return;
    }
    Path folder = Optional.ofNullable(target.toAbsolutePath().getParent()).orElse(Path.of(""));
    Files.createDirectories(folder);
    Path beside = Files.createTempFile(folder, "." + target.getFileName() + ".", ".new");
    try {
      Files.write(beside, content);
      if (beside.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(
            beside,
            Files.exists(target)
                ? Files.getPosixFilePermissions(target)
                : java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
      }
      Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
