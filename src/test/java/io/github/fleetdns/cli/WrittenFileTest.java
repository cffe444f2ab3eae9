package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class WrittenFileTest {
  private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @Test
  void aDeviceStaysADevice() throws Exception {
    Path device = Path.of("/dev/null");
    Object before = Files.getAttribute(device, "unix:mode");
    WrittenFile.write(device, NEW);
    assertThat(Files.getAttribute(device, "unix:mode")).isEqualTo(before);
  }

  @Test
  void aLinkIsFollowedAndStaysOne() throws Exception {
    Path real = Files.writeString(folder.resolve("real.html"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.html"), real);
    WrittenFile.write(link, NEW);
    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("new");
  }

  @Test
  void permissionsStayAndNothingElseIsTouched() throws Exception {
    Path file = Files.writeString(folder.resolve("page.html"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Path other = Files.writeString(folder.resolve("page.html.new"), "somebody else's");
    WrittenFile.write(file, NEW);
    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(other).hasContent("somebody else's");
    assertThat(files()).isEqualTo(2);
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.count();
    }
  }
}
