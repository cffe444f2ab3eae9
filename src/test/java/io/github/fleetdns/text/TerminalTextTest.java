package io.github.fleetdns.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TerminalTextTest {
  @Provide
  Arbitrary<String> hostile() {
    return HostileText.any();
  }

  @Test
  void whatSteersATerminalIsShown() {
    assertThat(TerminalText.of("a\u001b[31mb\u009b1m\u0007"))
        .isEqualTo("a\\u001b[31mb\\u009b1m\\u0007");
  }

  @Test
  void whatTurnsTheDirectionIsShown() {
    assertThat(TerminalText.of("a\u202eb\u2066c\u200fd")).isEqualTo("a\\u202eb\\u2066c\\u200fd");
  }

  @Test
  void whatBreaksALineIsShown() {
    assertThat(TerminalText.of("a\nb\r\tc\u2028d\u0085e"))
        .isEqualTo("a\\nb\\r\\tc\\u2028d\\u0085e");
  }

  @Test
  void lettersOfAnyScriptAndSymbolsStay() {
    assertThat(TerminalText.of("é 日本 عربي → … 🎉 \\ \"x\"")).isEqualTo("é 日本 عربي → … 🎉 \\ \"x\"");
  }

  @Test
  void halfACharacterIsShownByItsNumber() {
    assertThat(TerminalText.of("a\ud800b")).isEqualTo("a\\ud800b");
  }

  @Property
  void nothingIsLeftThatATerminalWouldTakeForItself(@ForAll("hostile") String text) {
    String shown = TerminalText.of(text);
    assertThat(shown.chars()).noneMatch(Character::isISOControl);
    assertThat(shown.codePoints())
        .noneMatch(c -> Character.getType(c) == Character.FORMAT || c == 0x2028 || c == 0x2029);
    assertThat(TerminalText.of(shown)).isEqualTo(shown);
  }

  @Property
  void jsonMeansTheSameAfterwards(@ForAll("hostile") String text) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    String json =
        TerminalText.ofLines(
            mapper
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(java.util.Map.of("k", text)));
    assertThat(mapper.readTree(json).get("k").textValue()).isEqualTo(text);
  }
}
