package io.github.fleetdns.jsii;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar of those bindings that are used. That it is enough, all the launcher's tests show. */
class SlimBindingsTest {
  private static final String JAVA = "com/hashicorp/cdktf/providers/aws/";

  @TempDir private static Path folder;
  private static Path jar;
  private static Map<String, byte[]> npm;

  @BeforeAll
  static void make() throws Exception {
    jar = folder.resolve("bindings.jar");
    SlimBindings.write(jar);
    npm = new TreeMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      byte[] tarball =
          file.getInputStream(file.getEntry(JAVA + "provider-aws@18.0.3.jsii.tgz")).readAllBytes();
      Tarball.read(
          new ByteArrayInputStream(tarball),
          (name, content) -> npm.put(name, content.readAllBytes()));
    }
  }

  @Test
  void everyPackageThatTheProgramImportsIsThere() throws Exception {
    assertThat(SlimBindings.usedPackages())
        .contains("route53_record", "route53_zone", "provider", "route53_health_check")
        .allSatisfy(
            name ->
                assertThat(npm).containsKey("package/lib/" + name.replace('_', '-') + "/index.js"));
  }

  @Test
  void theClassesOfThosePackagesAreThere() throws Exception {
    try (JarFile file = new JarFile(jar.toFile())) {
      List<String> packages =
          file.stream()
              .map(JarEntry::getName)
              .filter(name -> name.endsWith(".class"))
              .map(name -> name.substring(JAVA.length()).replaceAll("/?[^/]*$", ""))
              .distinct()
              .toList();
      List<String> expected = new ArrayList<>(SlimBindings.usedPackages());
      expected.add(""); // of $Module
      assertThat(packages).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(file.getEntry(JAVA + "route53_record/Route53Record$Builder.class")).isNotNull();
    }
  }

  @Test
  void nothingElseIsThere() {
    assertThat(npm.keySet()).noneMatch(name -> name.contains("/s3-bucket/")).hasSizeLessThan(60);
    assertThat(jar).satisfies(file -> assertThat(Files.size(file)).isLessThan(1_000_000));
  }

  @Test
  void theDescriptionHasTheTypesOfThosePackagesOnly() throws Exception {
    JsonNode assembly = new ObjectMapper().readTree(npm.get("package/.jsii"));
    assertThat(assembly.get("types").has("@cdktf/provider-aws.route53Record.Route53Record"))
        .isTrue();
    assertThat(assembly.get("types").has("@cdktf/provider-aws.s3Bucket.S3Bucket")).isFalse();
    assertThat(assembly.get("version").asText()).isEqualTo("18.0.3");
    try (JarFile file = new JarFile(jar.toFile())) {
      String lines =
          new String(
              file.getInputStream(file.getEntry(JAVA + "$Module.txt")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(lines.lines().map(line -> line.substring(0, line.indexOf('='))).toList())
          .containsExactlyInAnyOrderElementsOf(
              assembly.get("types").properties().stream()
                  .map(Map.Entry::getKey)
                  .collect(Collectors.toList()));
    }
  }

  @Test
  void theIndexLoadsAModuleWhenItIsAskedFor() {
    assertThat(new String(npm.get("package/lib/index.js"), StandardCharsets.UTF_8))
        .contains("exports, 'route53Record', { get: function ()")
        .doesNotContain("s3Bucket");
  }
}
