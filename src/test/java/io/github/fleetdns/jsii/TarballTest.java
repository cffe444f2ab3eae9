package io.github.fleetdns.jsii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TarballTest {
  @Test
  void whatIsWrittenIsRead() throws Exception {
    Map<String, String> files =
        Map.of("package/a.txt", "x".repeat(512), "package/b", "", "package/c/d", "ä".repeat(999));
    assertThat(read(written(files))).isEqualTo(files);
  }

  @Test
  void whatIsNotReadIsPassedOver() throws Exception {
    Map<String, String> seen = new LinkedHashMap<>();
    Map<String, String> files = new LinkedHashMap<>();
    files.put("one", "1".repeat(2000));
    files.put("two", "2");
    Tarball.read(
        new ByteArrayInputStream(written(files)),
        (name, content) -> seen.put(name, String.valueOf((char) content.read())));
    assertThat(seen).containsExactly(Map.entry("one", "1"), Map.entry("two", "2"));
  }

  @Test
  void anArchiveThatEndsTooEarlyIsAnError() throws Exception {
    byte[] noArchive = "no archive".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(noArchive)).isInstanceOf(IOException.class);
    byte[] whole = written(Map.of("one", "1".repeat(2000)));
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
    assertThatThrownBy(() -> read(half)).isInstanceOf(IOException.class);
  }

  private static byte[] written(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Tarball.Writer out = new Tarball.Writer(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        out.add(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static Map<String, String> read(byte[] archive) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    Tarball.read(
        new ByteArrayInputStream(archive),
        (name, content) ->
            files.put(name, new String(content.readAllBytes(), StandardCharsets.UTF_8)));
    return files;
  }
}
