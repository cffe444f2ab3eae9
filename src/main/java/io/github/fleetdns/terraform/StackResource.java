package io.github.fleetdns.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.jsii.MissingEnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A resource or data source of a synthesized stack.
 *
 * @param data whether it is a data source
 * @param type its type, aws_…
 * @param name its name
 * @param values its arguments
 */
public record StackResource(boolean data, String type, String name, JsonNode values) {

  /**
   * What the stack of a fleet consists of.
   *
   * @throws MissingEnvironmentException if Node.js is missing or too old
   * @throws IOException if no temporary file can be written
   */
  public static List<StackResource> of(Fleet fleet)
      throws MissingEnvironmentException, IOException {
    Path out = Files.createTempDirectory("fleetdns");
    try {
      Synthesizer.synth(List.of(fleet), out);
      return parse(Files.readString(Synthesizer.stackDirectory(out, fleet).resolve("cdk.tf.json")));
    } finally {
      delete(out);
    }
  }

  /**
   * What a stack consists of.
   *
   * @param json the stack's Terraform JSON, as it is synthesized
   * @throws IOException if it is no JSON
   */
  public static List<StackResource> parse(String json) throws IOException {
    JsonNode stack = new ObjectMapper().readTree(json);
    List<StackResource> resources = new ArrayList<>();
    collect(stack.path("data"), true, resources);
    collect(stack.path("resource"), false, resources);
    return resources;
  }

  private static void collect(JsonNode types, boolean data, List<StackResource> resources) {
    types
        .properties()
        .forEach(
            type ->
                type.getValue()
                    .properties()
                    .forEach(
                        resource ->
                            resources.add(
                                new StackResource(
                                    data, type.getKey(), resource.getKey(), resource.getValue()))));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The text of an argument. */
  public Optional<String> text(String argument) {
    return Optional.of(values.path(argument)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  /** Whether an argument is given. */
  public boolean has(String argument) {
    return values.has(argument);
  }

  /** {@code aws_x.name}, as Terraform refers to it. */
  public String address() {
    return (data ? "data." : "") + type + "." + name;
  }
}
