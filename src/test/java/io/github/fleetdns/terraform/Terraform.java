package io.github.fleetdns.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fleetdns.fleet.Fleet;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final String NOWHERE =
      """
      {"provider": {"aws": [{
        "region": "us-east-1", "access_key": "test", "secret_key": "test", "max_retries": 1,
        "skip_credentials_validation": true, "skip_requesting_account_id": true,
        "skip_metadata_api_check": "true", "skip_region_validation": true,
        "endpoints": [{"route53": "%s", "sts": "%s"}]
      }]}}
      """
          .formatted(ENDPOINT, ENDPOINT);

  private static final String PROBE =
      """
      {"terraform": {"required_providers": {
        "aws": {"source": "hashicorp/aws", "version": "%s"}
      }}}
      """
          .formatted(AwsProviders.VERSIONS);

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

  /** Synthesizes a fleet; one at a time, since the runtime of CDKTF serves one app at a time. */
  static synchronized void synth(Fleet fleet, Path out) throws Exception {
    Synthesizer.synth(List.of(fleet), out);
  }

  /** Works in the folder of a synthesized stack. */
  public static Terraform in(Path directory) throws IOException {
    keepFromAws(directory);
    return new Terraform(directory);
  }

  /** Makes the AWS provider of a stack look for Route 53 where nothing listens. */
  public static void keepFromAws(Path directory) throws IOException {
    Files.writeString(directory.resolve("nowhere_override.tf.json"), NOWHERE);
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

  /** The resources that Terraform's state holds. */
  public List<JsonNode> resources() throws Exception {
    JsonNode json = new ObjectMapper().readTree(run("show", "-json").succeeds().output());
    JsonNode resources = json.at("/values/root_module/resources");
    return resources.isMissingNode() ? List.of() : toList(resources);
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
