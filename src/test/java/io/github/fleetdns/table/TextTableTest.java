package io.github.fleetdns.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fleetdns.text.Hidden;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private static TextTable table() {
    TextTable table = new TextTable(">SHARE", "NAME", "NOTE");
    table.add("1/2 (50 %)", "a", "");
    table.add("2", "b_c", "");
    return table;
  }

  @Test
  void numbersAreFlushRightAndEmptyColumnsLeftOut() {
    assertThat(table().lines())
        .containsExactly("     SHARE  NAME", "1/2 (50 %)  a", "         2  b_c");
  }

  @Test
  void aWholeTableHasItsEmptyColumns() {
    assertThat(table().whole().lines().get(0)).isEqualTo("     SHARE  NAME  NOTE");
  }

  @Test
  void markdownShowsWhatItWouldTakeForItsOwn() {
    assertThat(table().markdown(Hidden.NONE))
        .containsExactly(
            "| SHARE | NAME |", "| --: | --- |", "| 1/2 (50 %) | a |", "| 2 | b\\_c |");
  }

  @Test
  void aRowHasACellForEachColumn() {
    TextTable table = table();

    assertThatThrownBy(() -> table.add("one")).hasMessage("1 cells, 3 columns");
  }

  private static TextTable bars() {
    TextTable table = new TextTable("ENDPOINT", ">SHARE", "");
    table.add("eu-central-1-ai-server", "75.0 %", "██████████");
    table.add("a", "25.0 %", "███");
    return table;
  }

  @Test
  void barsGiveWayBeforeNames() {
    assertThat(bars().lines(36))
        .containsExactly(
            "ENDPOINT                 SHARE",
            "eu-central-1-ai-server  75.0 %  ████",
            "a                       25.0 %  ███");
  }

  @Test
  void thenTheLongestTextsDoAndItIsSaid() {
    assertThat(bars().lines(26))
        .containsExactly(
            "ENDPOINT          SHARE",
            "eu-central-1-a…  75.0 %  █",
            "a                25.0 %  █",
            "(… stands for what is wider than the terminal; --wide shows all)");
  }

  @Test
  void whatFitsIsAsItWas() {
    assertThat(bars().lines(80)).isEqualTo(bars().lines());
  }

  @Test
  void inATerminalThatIsTooNarrowForAnythingColumnsKeepAFewCharacters() {
    assertThat(bars().lines(3).get(1)).isEqualTo("eu-central-…  75.0 %  █");
  }
}
