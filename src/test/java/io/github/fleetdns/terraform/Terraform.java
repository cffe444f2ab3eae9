package io.github.fleetdns.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fleetdns.fleet.Fleet;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The terraform CLI in one folder, kept away from anybody's AWS account: the credentials are none,
 * and Route 53 is looked for at an address where nothing listens.
 */
public final class Terraform {
  /** Where an emulator of Route 53 is, for {@code apply} with the registry's AWS provider. */
  private static final String ENDPOINT =
      Optional.ofNullable(System.getenv("FLEETDNS_TEST_ENDPOINT")).orElse("http://127.0.0.1:9");

  private static final String PROBE =
      """
      {"terraform": {"required_providers": {
        "aws": {"source": "hashicorp/aws", "version": "%s"}
      }}}
      """
          .formatted(AwsProviders.VERSIONS);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path directory;

  private Terraform(Path directory) {
    this.directory = directory;
  }

  /** What a command printed, and how it ended. */
  public record Run(List<String> command, int exit, String output) {
    /** Requires that it ended well. */
    public Run succeeds() {
      assertThat(exit).describedAs("%s%n%s", String.join(" ", command), output).isZero();
      return this;
    }

    /** Whether it failed because nobody answers at the address of {@link #ENDPOINT}. */
    public boolean foundNoAws() {
      return exit != 0 && Terraform.foundNoAws(output);
    }
  }

  /** Whether this is what the registry's AWS provider says when nobody answers. */
  public static boolean foundNoAws(String output) {
    return output.contains("connection refused");
  }

  /** Synthesizes fleets; one call at a time, since CDKTF's runtime serves one app at a time. */
  static synchronized void synth(List<Fleet> fleets, Path out) throws Exception {
    Synthesizer.synth(fleets, out);
  }

  /** Works in the folder of a synthesized stack. */
  public static Terraform in(Path directory) throws IOException {
    keepFromAws(directory);
    return new Terraform(directory);
  }

  /** Works in a folder without a provider, which gets one for each region, called by its name. */
  static Terraform in(Path directory, Set<String> regions) throws IOException {
    List<ObjectNode> providers =
        regions.stream().map(region -> nowhere(region).put("alias", region)).toList();
    write(directory.resolve("providers.tf.json"), providers);
    return new Terraform(directory);
  }

  /** Makes the AWS provider of a stack look for Route 53 where nothing listens. */
  public static void keepFromAws(Path directory) throws IOException {
    write(directory.resolve("nowhere_override.tf.json"), List.of(nowhere("us-east-1")));
  }

  private static void write(Path file, List<ObjectNode> providers) throws IOException {
    JSON.writeValue(file.toFile(), Map.of("provider", Map.of("aws", providers)));
  }

  private static ObjectNode nowhere(String region) {
    ObjectNode provider =
        JSON.createObjectNode()
            .put("region", region)
            .put("access_key", "test")
            .put("secret_key", "test")
            .put("max_retries", 1)
            .put("skip_credentials_validation", true)
            .put("skip_requesting_account_id", true)
            .put("skip_metadata_api_check", "true")
            .put("skip_region_validation", true);
    provider.putObject("endpoints").put("route53", ENDPOINT).put("sts", ENDPOINT);
    return provider;
  }

  /** Takes credentials out of a process's environment, and colours out of its output. */
  public static void prepare(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("TF_VAR_"));
    environment.putAll(
        Map.of(
            "TF_IN_AUTOMATION", "1",
            "TF_INPUT", "0",
            "TF_CLI_ARGS", "-no-color",
            "CHECKPOINT_DISABLE", "1",
            "AWS_EC2_METADATA_DISABLED", "true",
            "AWS_CONFIG_FILE", "/dev/null",
            "AWS_SHARED_CREDENTIALS_FILE", "/dev/null"));
  }

  /** Why the CLI cannot be used on this machine; empty if it can. */
  public static Optional<String> missing(Path scratch) throws Exception {
    boolean onPath =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "terraform")));
    if (!onPath) {
      return Optional.of("terraform is not on the PATH; install it to run the tests that need it");
    }
    Files.writeString(scratch.resolve("main.tf.json"), PROBE);
    Run init = new Terraform(scratch).run("init", "-input=false");
    unlinkPlugins(scratch);
    return init.exit == 0
        ? Optional.empty()
        : Optional.of("terraform init cannot install the AWS provider here:\n" + init.output);
  }

  /** Skips the tests of a class, with the reason, where the CLI or the provider is missing. */
  public static void assumeThere(Path scratch) throws Exception {
    Optional<String> missing = missing(scratch);
    assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
  }

  /** Runs the CLI in the folder. */
  public Run run(String... arguments) throws Exception {
    List<String> command = Stream.concat(Stream.of("terraform"), Stream.of(arguments)).toList();
    Path log = Files.createTempFile(directory, "terraform", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    prepare(builder.environment());
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(command + " did not end within ten minutes");
    }
    return new Run(command, process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
  }

  /** The resources of the root module that Terraform's state holds. */
  public List<JsonNode> resources() throws Exception {
    return toList(shown().path("resources"));
  }

  /** The resources that Terraform's state holds, by the name of the root's module they are in. */
  Map<String, List<JsonNode>> resourcesOfModules() throws Exception {
    Map<String, List<JsonNode>> resources = new TreeMap<>();
    for (JsonNode module : shown().path("child_modules")) {
      String address = module.get("address").asText();
      resources.put(address.substring("module.".length()), toList(module.path("resources")));
    }
    return resources;
  }

  private JsonNode shown() throws Exception {
    return JSON.readTree(run("show", "-json").succeeds().output()).at("/values/root_module");
  }

  /** Removes the links to plug-ins, which JUnit warns of when it empties the folder. */
  public static void unlinkPlugins(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path link : walk.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  private static List<JsonNode> toList(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
