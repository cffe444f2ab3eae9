package io.github.fleetdns.jsii;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The npm packages that jars bring along for Node.js, which no Maven knows of: those in the
 * archives of jsii's libraries, with what these bundle, and those that a script of jsii was woven
 * from, of which only its source map tells, and neither versions nor licences.
 */
public final class BundledPackages {
  private static final Pattern WOVEN =
      Pattern.compile(".*node_modules/((?:@[^/]+/)?[^/]+)/", Pattern.DOTALL);
  private static final Pattern TEXT = Pattern.compile("(?i)(?:licen[cs]e|notice|copying)[-.\\w]*");

  private BundledPackages() {}

  /**
   * A package.
   *
   * @param version empty if nothing states it
   * @param license what it states, such as {@code MIT}
   * @param texts its licence and notices, by file name
   */
  public record Npm(
      String name, Optional<String> version, Optional<String> license, Map<String, String> texts) {
    /** By the package URL specification. */
    public String purl() {
      return "pkg:npm/" + name.replace("@", "%40") + version.map(v -> "@" + v).orElse("");
    }
  }

  /** The packages in a jar, by name and version. */
  public static List<Npm> in(Path jar) throws IOException {
    Map<String, Npm> packages = new TreeMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().toList()) {
        try (InputStream in = file.getInputStream(entry)) {
          List<Npm> found = List.of();
          if (entry.getName().endsWith(".jsii.tgz")) {
            found = ofArchive(in);
          } else if (entry.getName().endsWith(".js.map")) {
            found = ofSourceMap(in);
          }
          found.forEach(p -> packages.put(p.purl(), p));
        }
      }
    }
    return List.copyOf(packages.values());
  }

  private static List<Npm> ofArchive(InputStream in) throws IOException {
    Map<String, JsonNode> manifests = new TreeMap<>();
    Map<String, Map<String, String>> texts = new TreeMap<>();
    ObjectMapper json = new ObjectMapper();
    Tarball.read(
        in,
        (path, content) -> {
          int slash = path.lastIndexOf('/');
          String folder = path.substring(0, slash);
          String name = path.substring(slash + 1);
          boolean top = folder.matches("package|.*/node_modules/(?:@[^/]+/)?[^/]+");
          if (top && name.equals("package.json")) {
            manifests.put(folder, json.readTree(content.readAllBytes()));
          } else if (top && TEXT.matcher(name).matches()) {
            texts
                .computeIfAbsent(folder, f -> new TreeMap<>())
                .put(name, new String(content.readAllBytes(), StandardCharsets.UTF_8));
          }
        });
    List<Npm> packages = new ArrayList<>();
    manifests.forEach(
        (folder, manifest) ->
            packages.add(
                new Npm(
                    manifest.path("name").asText(),
                    text(manifest.path("version")),
                    text(manifest.path("license")),
                    texts.getOrDefault(folder, Map.of()))));
    packages.sort(Comparator.comparing(Npm::purl));
    return packages;
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
  }

  private static List<Npm> ofSourceMap(InputStream in) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    for (JsonNode source : new ObjectMapper().readTree(in.readAllBytes()).path("sources")) {
      Matcher woven = WOVEN.matcher(source.asText());
      if (woven.find()) {
        names.add(woven.group(1));
      }
    }
    return names.stream()
        .map(name -> new Npm(name, Optional.empty(), Optional.empty(), Map.of()))
        .toList();
  }
}
