package io.github.fleetdns.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.CharacterStrings;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerraformTextTest {

  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "'${x}', '$${x}'",
    "'%{i}', '%%{i}'",
    "$x, $x",
    "100%, 100%",
    "'$${x}', '$$${x}'",
    "'exists:%{i}._spf.${d}', 'exists:%%{i}._spf.$${d}'",
  })
  void templatesAreTakenLiterally(String text, String literal) {
    assertThat(TerraformText.literal(text)).isEqualTo(literal);
  }

  @Property
  void terraformReadsBackTheSameText(@ForAll("texts") String text) {
    assertThat(evaluate(TerraformText.literal(text))).isEqualTo(text);
  }

  @Test
  void mapsKeepTheirOrder() {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("z", "${a}");
    tags.put("%{b}", "y");
    assertThat(TerraformText.literals(tags))
        .containsExactly(Map.entry("z", "$${a}"), Map.entry("%%{b}", "y"));
  }

  @Test
  void providerPutsTheOuterQuotesAroundTxtValues() {
    assertThat(records(RecordType.TXT, "\"one\"", "\"a\" \"b\"", "\"say \\\"hi\\\"\""))
        .containsExactly("a\"\"b", "one", "say \\\"hi\\\"");
    assertThat(records(RecordType.SPF, "\"v=spf1 exists:%{i}.x -all\""))
        .containsExactly("v=spf1 exists:%%{i}.x -all");
  }

  @Test
  void otherValuesKeepTheirQuotes() {
    assertThat(records(RecordType.CAA, "0 issue \"x\"")).containsExactly("0 issue \"x\"");
    assertThat(records(RecordType.NAPTR, "1 1 \"\" \"\" \"!${x}!\" ."))
        .containsExactly("1 1 \"\" \"\" \"!$${x}!\" .");
  }

  @Property
  void txtValueComesBackFromTheProvidersForm(@ForAll("texts") String text) {
    String record = records(RecordType.TXT, CharacterStrings.encode(text)).get(0);
    String sent = '"' + evaluate(record) + '"';
    assertThat(CharacterStrings.decode(sent)).isEqualTo(text);
  }

  private static List<String> records(RecordType type, String... values) {
    return TerraformText.records(
        RecordSet.simple(DomainName.of("t.example.com"), type, 300, List.of(values)));
  }

  /** What Terraform makes of a template without expressions: only a doubled sign is special. */
  private static String evaluate(String template) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      boolean escape = template.startsWith("$${", i) || template.startsWith("%%{", i);
      assertThat(!escape && (template.startsWith("${", i) || template.startsWith("%{", i)))
          .as("an expression at %s of %s", i, template)
          .isFalse();
      out.append(template.charAt(escape ? ++i : i));
      if (escape) {
        out.append(template.charAt(++i));
      }
    }
    return out.toString();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("$%{}\"\\ aé0").ofMaxLength(300);
  }
}
