package io.github.fleetdns.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {
  @TempDir private Path folder;

  @Test
  void standardInputIsCalledSo() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("fleet: x\n".getBytes(StandardCharsets.UTF_8)));
    try {
      Source source = Source.read(Source.STANDARD_INPUT);
      assertThat(source.name()).isEqualTo("<stdin>");
      assertThat(source.text()).contains("fleet: x\n");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void whatWindowsRedirectsIsUnderstood() throws Exception {
    Path file = folder.resolve("a.yaml");
    Files.write(file, "\uFEFFfleet: ä".getBytes(StandardCharsets.UTF_16LE));
    assertThat(Source.read(file).text()).contains("fleet: ä");
    Files.write(file, "\uFEFFfleet: ä".getBytes(StandardCharsets.UTF_16BE));
    assertThat(Source.read(file).text()).contains("fleet: ä");
  }

  @Test
  void aByteThatIsNoTextIsLocated() throws Exception {
    Path file = Files.write(folder.resolve("a.yaml"), new byte[] {'a', '\n', 'b', (byte) 0xff});
    assertThat(Source.read(file).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.rule()).isEqualTo("file-encoding"))
        .satisfies(problem -> assertThat(problem.location().line()).isEqualTo(2))
        .satisfies(problem -> assertThat(problem.location().column()).isEqualTo(2));
  }

  /** It never ends, and is no text from its first byte. */
  @Test
  @EnabledIf("hasZeros")
  void aDeviceWithoutEndIsNotReadToItsEnd() {
    assertThat(Source.read(Path.of("/dev/zero")).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.rule()).isEqualTo("file-binary"));
  }

  static boolean hasZeros() {
    return Files.exists(Path.of("/dev/zero"));
  }

  @Test
  void standardInputHasSeveralNames() {
    assertThat(List.of("-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"))
        .allMatch(name -> Source.isStandardInput(Path.of(name)));
    assertThat(Source.isStandardInput(Path.of("./-"))).isFalse();
  }

  @Test
  void whatHoldsNothingIsEmpty() throws Exception {
    Path file = folder.resolve("a.json");
    for (String nothing : List.of("", "\uFEFF", " \n\n")) {
      Files.writeString(file, nothing);
      assertThat(Source.read(file).problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.rule()).isEqualTo("file-empty"));
    }
  }

  @Test
  void aPlanInTerraformsOwnFormatOnStandardInputGetsACommandThatRuns() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("PK\3\4rest".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(Source.read(Source.STANDARD_INPUT).problems())
          .singleElement()
          .satisfies(
              problem ->
                  assertThat(problem.message()).endsWith("terraform show -json p > plan.json"));
    } finally {
      System.setIn(before);
    }
  }
}
