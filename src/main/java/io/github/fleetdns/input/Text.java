package io.github.fleetdns.input;

import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.terraform.read.TerraformReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a source holds, with what several formats want to know of it worked out once. */
final class Text {
  private final String name;
  private final String content;
  private final List<Problem> jsonProblems = new ArrayList<>();
  private TerraformReader.@Nullable Document json;
  private boolean jsonTried;

  /**
   * A text.
   *
   * @param name what problems call it
   */
  Text(String name, String content) {
    this.name = name;
    this.content = content;
  }

  String name() {
    return name;
  }

  String content() {
    return content;
  }

  /** Whether it is called JSON. */
  boolean isNamedJson() {
    return name.endsWith(".json");
  }

  /** Whether the file, in whatever folder, is called so. */
  boolean isCalled(String fileName) {
    return ("/" + name.replace('\\', '/')).endsWith("/" + fileName);
  }

  /** Whether it begins as JSON does; YAML in its flow style does so too. */
  boolean beginsLikeJson() {
    String start = content.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  /** Whether it begins with a key in quotes, as JSON does and YAML hardly ever. */
  boolean beginsWithQuotedKey() {
    return beginsLikeJson() && content.stripLeading().substring(1).stripLeading().startsWith("\"");
  }

  /** The JSON, if it is some. */
  Optional<TerraformReader.Document> json() {
    if (!jsonTried && (isNamedJson() || beginsLikeJson())) {
      json = TerraformReader.document(name, content, jsonProblems).orElse(null);
    }
    jsonTried = true;
    return Optional.ofNullable(json);
  }

  /** Why it is no JSON. */
  List<Problem> jsonProblems() {
    json();
    return jsonProblems;
  }
}
