package io.github.fleetdns.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTextTest {
  private static List<String> shown(String text) {
    return CsvText.parse("c.csv", text).rows().stream()
        .flatMap(row -> row.cells().stream())
        .map(cell -> cell.at() + " " + cell.text())
        .toList();
  }

  @Test
  void valuesHaveTheirPlaces() {
    assertThat(
            shown(
                """
                # of May
                place,weight

                  DE , -1
                "a,b", c,,""
                1,1
                é🚀,x
                """))
        .containsExactly(
            "c.csv:2:1 place",
            "c.csv:2:7 weight",
            "c.csv:4:3 DE",
            "c.csv:4:8 -1",
            "c.csv:5:1 a,b",
            "c.csv:5:8 c",
            "c.csv:5:10 ",
            "c.csv:5:11 ",
            "c.csv:6:1 1",
            "c.csv:6:3 1",
            "c.csv:7:1 é🚀",
            "c.csv:7:4 x");
  }

  @Test
  void linesEndAsEverySystemEndsThem() {
    assertThat(shown("\uFEFFa\r\nb\rc\nd"))
        .containsExactly("c.csv:1:1 a", "c.csv:2:1 b", "c.csv:3:1 c", "c.csv:4:1 d");
  }

  /** Each line stands for itself. */
  @Test
  void quotesThatAreNotInPairsSpoilOneLine() {
    CsvText text = CsvText.parse("c.csv", "\"a,1\nb,2\n\"c\"d,3\n");
    assertThat(text.rows()).extracting(row -> row.text(0)).containsExactly("b");
    assertThat(text.problems())
        .extracting(Problem::toString)
        .satisfiesExactly(
            p -> assertThat(p).startsWith("c.csv:1:1: error: the quotes are not in pairs"),
            p -> assertThat(p).startsWith("c.csv:3:1: error: the quotes are not in pairs"));
  }

  @Test
  void aFileThatCannotBeReadIsAProblem(@TempDir Path folder) throws Exception {
    Path latin = Files.write(folder.resolve("latin.csv"), new byte[] {(byte) 0xe9});
    assertThat(List.of(folder.resolve("none.csv"), latin, folder))
        .extracting(file -> CsvText.read(file).problems().get(0).rule())
        .containsExactly("file-missing", "file-encoding", "file-directory");
  }

  @Property
  void anyTextIsReadOrRefused(@ForAll String text) {
    CsvText read = CsvText.parse("c.csv", text);
    assertThat(read.rows()).allMatch(row -> !row.cells().isEmpty());
  }
}
