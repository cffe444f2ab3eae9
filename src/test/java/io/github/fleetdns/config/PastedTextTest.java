package io.github.fleetdns.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "v=DKIM1; p=AAAA\"\"BBBB | v=DKIM1; p=AAAABBBB",
        "v=DKIM1; p=AAAA\" \"BBBB | v=DKIM1; p=AAAABBBB",
        "v=DKIM1; p=AAAA\"   \"BBBB\" \"CC | v=DKIM1; p=AAAABBBBCC",
        "v=DMARC1\\; p=none\\; | v=DMARC1; p=none;",
        "\\\"v=spf1 -all\\\" | v=spf1 -all",
        "say \\\"hello\\\" to them | say \"hello\" to them",
        "caf\\303\\251 | café",
        "caf\\195\\169 | café",
      })
  void aTextThatIsEscapedForAnotherToolIsNamedWithWhatItMeans(String text, String meant) {
    assertThat(PastedText.meant(text)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=spf1 include:_spf.example.net -all",
        "\"v=DMARC1\\; p=none\"",
        "\"one\" \"two\"",
        "he said \"no\"",
        "{\"a\":\"\",\"b\":\" \"}",
        "C:\\dir\\file",
        "\\d+\\.\\d+",
        "café",
        "",
      })
  void aPlainTextIsLeftAlone(String text) {
    assertThat(PastedText.meant(text)).isEmpty();
  }

  @Test
  void theTextThatWouldBePublishedStandsBesideIt() {
    List<Problem> problems =
        FleetFile.parse(
                "f",
                """
                fleet: mail
                zone: {name: example.com}
                records:
                  _dmarc: {TXT: ['one', 'v=DMARC1\\; p=none']}
                """)
            .problems();

    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            "f:4:25: warning: texts are published as they stand: v=DMARC1\\; p=none; this seems to"
                + " be escaped for another tool, and to mean: v=DMARC1; p=none (text-escaped)");
  }
}
