package io.github.fleetdns.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fleetdns.jsii.BundledPackages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * What others made and a release holds: its bill of materials, which is what Maven knows and the
 * npm packages in the jars, and the notices, which are the licences' texts as they come with them.
 */
final class ThirdParty {
  private final ObjectMapper json = new ObjectMapper();
  private final ObjectNode bom;
  private final Map<String, List<BundledPackages.Npm>> bundled = new TreeMap<>();

  private final Map<String, List<String>> tables = new TreeMap<>();

  /** Who has a text, by the text. */
  private final Map<String, TreeSet<String>> texts = new LinkedHashMap<>();

  private ThirdParty(Path bom, Path libraries) throws IOException {
    this.bom = (ObjectNode) json.readTree(Files.readAllBytes(bom));
    try (Stream<Path> files = Files.list(libraries)) {
      for (Path jar : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
        List<BundledPackages.Npm> packages = BundledPackages.in(jar);
        if (!packages.isEmpty()) {
          bundled.put(jar.getFileName().toString(), packages);
        }
        for (BundledPackages.Npm p : packages) {
          p.texts().values().forEach(text -> take(text, p.purl().replace("pkg:npm/", "npm ")));
        }
        takeTexts(jar);
      }
    }
  }

  /** The bill of materials as Maven has it, and the release's folder, with {@code lib} in it. */
  public static void main(String[] args) throws IOException {
    Path release = Path.of(args[1]);
    ThirdParty thirdParty = new ThirdParty(Path.of(args[0]), release.resolve("lib"));
    Files.writeString(release.resolve("THIRD-PARTY.txt"), thirdParty.notices());
    Files.writeString(release.resolve("sbom.cdx.json"), thirdParty.materials() + "\n");
  }

  private void takeTexts(Path jar) throws IOException {
    String name = jar.getFileName().toString();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().toList()) {
        if (entry.getName().matches("(?i)META-INF/(?:licen[cs]e|notice)[^/]*")) {
          take(new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8), name);
        } else if (name.equals("fleetdns.jar") && entry.getName().matches(".*\\.(?:csv|txt)")) {
          takeHead(entry.getName(), file.getInputStream(entry).readAllBytes());
        }
      }
    }
  }

  /** Our tables say at their top whose facts they are. */
  private void takeHead(String table, byte[] bytes) {
    List<String> head =
        new String(bytes, StandardCharsets.UTF_8)
            .lines()
            .takeWhile(line -> line.startsWith("#"))
            .map(line -> line.substring(1).strip())
            .toList();
    if (!head.isEmpty()) {
      tables.put(table, head);
    }
  }

  private void take(String text, String owner) {
    texts.computeIfAbsent(text.strip().replace("\r\n", "\n"), t -> new TreeSet<>()).add(owner);
  }

  /** Maven's bill with the packages of Node.js below the jars that bring them. */
  private String materials() throws IOException {
    ArrayNode components = (ArrayNode) bom.get("components");
    ArrayNode dependencies = (ArrayNode) bom.get("dependencies");
    Map<String, ObjectNode> known = new TreeMap<>();
    bundled.forEach(
        (jar, packages) -> {
          String owner = owner(jar);
          ObjectNode dependency = json.createObjectNode();
          for (JsonNode each : dependencies) {
            if (each.get("ref").asText().equals(owner)) {
              dependency = (ObjectNode) each;
            }
          }
          ArrayNode on = dependency.withArray("dependsOn");
          for (BundledPackages.Npm p : packages) {
            known.computeIfAbsent(p.purl(), purl -> component(p));
            on.add(p.purl());
          }
        });
    components.addAll(known.values());
    known.keySet().forEach(purl -> dependencies.addObject().put("ref", purl).putArray("dependsOn"));
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(bom);
  }

  /** Which component of the bill a jar is, or comes from. */
  private String owner(String jar) {
    String name = jar.equals("bindings.jar") ? "cdktf-provider-aws" : jar;
    for (JsonNode component : bom.get("components")) {
      String artifact = component.get("name").asText();
      if (name.equals(artifact)
          || name.equals(artifact + "-" + component.get("version").asText() + ".jar")) {
        return component.get("bom-ref").asText();
      }
    }
    throw new IllegalStateException(jar + " is in no bill of materials");
  }

  private ObjectNode component(BundledPackages.Npm npm) {
    ObjectNode component = json.createObjectNode();
    component.put("type", "library").put("bom-ref", npm.purl());
    String[] scoped = npm.name().split("/", 2);
    if (scoped.length == 2) {
      component.put("group", scoped[0]);
    }
    component.put("name", scoped[scoped.length - 1]);
    npm.version().ifPresent(version -> component.put("version", version));
    npm.license()
        .ifPresent(
            license -> {
              ObjectNode choice = component.putArray("licenses").addObject();
              if (license.contains(" ")) {
                choice.put("expression", license);
              } else {
                choice.putObject("license").put("id", license);
              }
            });
    return component.put("purl", npm.purl());
  }

  private String notices() {
    List<String> lines = new ArrayList<>();
    lines.add("What others made and this release holds, and under which terms.");
    lines.add("");
    lines.add("Java libraries, as their makers' POMs state it");
    lines.add("");
    for (JsonNode component : bom.get("components")) {
      lines.add(
          "  %s:%s %s: %s"
              .formatted(
                  component.path("group").asText(),
                  component.get("name").asText(),
                  component.get("version").asText(),
                  String.join(", ", licenses(component))));
    }
    bundled.forEach(
        (jar, packages) -> {
          lines.add("");
          lines.add("npm packages in " + jar);
          lines.add("");
          packages.forEach(
              p ->
                  lines.add(
                      "  %s %s: %s"
                          .formatted(
                              p.name(),
                              p.version().orElse("(a version that nothing in the jar states)"),
                              p.license().orElse("see its own page on npm"))));
        });
    tables.forEach(
        (table, head) -> {
          lines.add("");
          lines.add("Facts from others in " + table);
          lines.add("");
          head.forEach(line -> lines.add("  " + line));
        });
    texts.forEach(
        (text, owners) -> {
          lines.add("");
          lines.add("=".repeat(80));
          lines.add("In " + String.join(", ", owners) + ":");
          lines.add("");
          lines.add(text);
        });
    return String.join("\n", lines) + "\n";
  }

  private static List<String> licenses(JsonNode component) {
    List<String> names = new ArrayList<>();
    for (JsonNode choice : component.path("licenses")) {
      JsonNode license = choice.path("license");
      names.add(
          choice.has("expression")
              ? choice.get("expression").asText()
              : license.path("id").asText(license.path("name").asText()));
    }
    return names.isEmpty() ? List.of("not stated") : names;
  }
}
