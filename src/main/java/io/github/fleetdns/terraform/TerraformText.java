package io.github.fleetdns.terraform;

import io.github.fleetdns.zone.CharacterStrings;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How texts are written in Terraform JSON so that Terraform reads back the same text. */
final class TerraformText {
  private TerraformText() {}

  /**
   * A literal string. Terraform would evaluate {@code ${…}} and {@code %{…}} in it — an SPF macro
   * such as {@code %{i}} is one — so both are doubled.
   */
  static String literal(String text) {
    return text.replace("${", "$${").replace("%{", "%%{");
  }

  /** Literal strings as the values of a map, in its order. */
  static Map<String, String> literals(Map<String, String> map) {
    Map<String, String> literals = new LinkedHashMap<>();
    map.forEach((key, value) -> literals.put(literal(key), literal(value)));
    return literals;
  }

  /**
   * The {@code records} of a record set. The AWS provider puts one pair of quotes around each TXT
   * value, so the outer quotes are left to it and the inner ones are written {@code ""}.
   */
  static List<String> records(RecordSet set) {
    boolean text = set.type() == RecordType.TXT || set.type() == RecordType.SPF;
    return set.values().stream()
        .map(value -> literal(text ? withoutOuterQuotes(value) : value))
        .toList();
  }

  private static String withoutOuterQuotes(String value) {
    String joined =
        CharacterStrings.split(value).orElseThrow().stream().collect(Collectors.joining());
    return joined.substring(1, joined.length() - 1);
  }
}
