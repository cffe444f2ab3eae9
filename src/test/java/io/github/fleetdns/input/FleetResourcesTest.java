package io.github.fleetdns.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fleetdns.change.Resource;
import io.github.fleetdns.terraform.FleetResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a fleet's stack is said to have is what synthesis writes. */
class FleetResourcesTest {
  private static final List<String> TYPES =
      List.of(
          "aws_route53_zone",
          "aws_route53_record",
          "aws_route53_health_check",
          "aws_route53_cidr_collection",
          "aws_route53_cidr_location");

  private static final Pattern REFERENCE = Pattern.compile("(aws_route53_\\w+\\.[\\w-]+)");

  static List<Path> examples() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("examples"))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("expected.tf.json")))
          .sorted()
          .toList();
    }
  }

  /** What depends on what, and what is made before the old one goes. */
  @ParameterizedTest
  @MethodSource("examples")
  void resourcesAndTheirOrderAreThoseOfTheStack(Path folder) throws Exception {
    Map<String, String> said = new TreeMap<>();
    for (ZoneInput zone : Input.read(folder.resolve("fleet.yaml")).zones()) {
      for (Resource resource : FleetResources.of(zone.fleet().orElseThrow(), zone.zone())) {
        said.put(
            resource.address(),
            new TreeSet<>(resource.dependencies())
                + (resource.createBeforeDestroy().orElseThrow() ? " made first" : ""));
      }
    }
    assertThat(said).isEqualTo(written(folder.resolve("expected.tf.json")));
  }

  private static Map<String, String> written(Path file) throws IOException {
    JsonNode resources = new ObjectMapper().readTree(file.toFile()).get("resource");
    Map<String, String> written = new TreeMap<>();
    for (String type : TYPES) {
      resources
          .path(type)
          .properties()
          .iterator()
          .forEachRemaining(
              resource -> {
                // Delegations are in a zone that is not the fleet's.
                String zone = resource.getValue().path("zone_id").asText();
                if (!type.equals("aws_route53_record") || zone.contains("aws_route53_zone.zone.")) {
                  written.put(
                      type + "." + resource.getKey(),
                      references(resource.getValue())
                          + (resource.getValue().at("/lifecycle/create_before_destroy").asBoolean()
                              ? " made first"
                              : ""));
                }
              });
    }
    return written;
  }

  private static Set<String> references(JsonNode resource) {
    Set<String> found = new TreeSet<>();
    List<JsonNode> open = new ArrayList<>(List.of(resource));
    while (!open.isEmpty()) {
      JsonNode node = open.remove(open.size() - 1);
      node.forEach(open::add);
      String text = node.asText();
      Matcher reference = REFERENCE.matcher(text);
      while (reference.find()) {
        boolean data = text.contains("data." + reference.group(1));
        if (!data && TYPES.contains(reference.group(1).replaceAll("\\..*", ""))) {
          found.add(reference.group(1));
        }
      }
    }
    return found;
  }
}
