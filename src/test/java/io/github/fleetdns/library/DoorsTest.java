package io.github.fleetdns.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.whoserveswhom.Doors;
import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.dns.DnsServer;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.zone.HostedZone;
import java.io.File;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** fleetdns in other people's programs: docs/api.md and its example. */
class DoorsTest {
  private static final Path FILE = Path.of("examples/data-residency/fleet.yaml");
  private static final String API = "api.aiapp.example.com";

  @TempDir private Path folder;

  private static Fleet fleet() {
    return Doors.read(FILE);
  }

  private static HostedZone zone() {
    return Doors.compile(fleet());
  }

  @Test
  void aFleetIsReadAndCompiled() {
    assertThat(zone().name()).hasToString("aiapp.example.com");
  }

  @Test
  void aFileWithErrorsIsNoFleet() throws Exception {
    Path broken = Files.writeString(folder.resolve("fleet.yaml"), "fleet: x\n");
    assertThatThrownBy(() -> Doors.read(broken)).hasMessageContaining("has errors");
  }

  @Test
  void anAnswerHasExactShares() {
    assertThat(Doors.answer(zone(), API, "DE")).isEqualTo("3 / 4 52.94.1.3; 1 / 4 52.94.1.4");
    assertThat(Doors.answer(zone(), API, "DE", "eu-central-1-ai-server")).isEqualTo("1 52.94.1.4");
  }

  @Test
  void whatTheCommandLineRefusesTheLibraryRefuses() {
    assertThatThrownBy(() -> Client.in("Germany"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"Germany\" is no country that Route 53 knows; write a code such as DE");
    assertThatThrownBy(() -> Client.in("US", "Texas")).hasMessageContaining("no state \"Texas\"");
    assertThatThrownBy(() -> Doors.answer(zone(), API, "DE", "typo"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "there is no health check called typo; there are us-east-1-ai-server");
    assertThatThrownBy(() -> Doors.answer(zone(), "example.com", "DE"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theWorstLossIsTheFirstThatTheCommandLineShows() {
    assertThat(Doors.worst(fleet(), API).title()).isNotEmpty();
  }

  @Test
  void aChangeMovesAShareOfTheTraffic() throws Exception {
    Fleet after =
        FleetFile.parse(
                "changed",
                Files.readString(FILE)
                    .replace("eu-central-1-ai-server: 3", "eu-central-1-ai-server: 1"))
            .fleet()
            .orElseThrow();
    assertThat(Doors.moves(fleet(), after)).singleElement().asString().startsWith(API + " A: 0.15");
    assertThat(Doors.moves(fleet(), fleet())).containsExactly(API + " A: 0.0");
  }

  @Test
  void aServerAnswersUntilItIsClosed() throws Exception {
    try (DnsServer server = Doors.serve(zone())) {
      SimpleResolver resolver = new SimpleResolver(server.address());
      Lookup lookup = new Lookup("us-east-1-ai-server.aiapp.example.com.", Type.A);
      lookup.setResolver(resolver);
      lookup.setCache(null);
      assertThat(lookup.run()[0].rdataToString()).isEqualTo("52.94.1.1");
      assertThatThrownBy(() -> server.setOutages(Outages.ofChecks("typo")))
          .hasMessageStartingWith("there is no health check called typo");
    }
  }

  @Test
  void terraformIsReadToo() {
    assertThat(Doors.terraform(Path.of("main.tf.json.snapshot")))
        .singleElement()
        .satisfies(zone -> assertThat(zone.recordSets()).hasSize(3));
  }

  @Test
  void nothingOfThatNeedsCdktf() throws Exception {
    String without =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(
                entry ->
                    !entry.matches(".*/(?:cdktf[^/]*|constructs[^/]*|jsii-runtime[^/]*)\\.jar"))
            .collect(Collectors.joining(File.pathSeparator));
    assertThat(without).isNotEqualTo(System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                without,
                WithoutCdktf.class.getName())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(printed).isEqualTo("3 / 4 52.94.1.3; 1 / 4 52.94.1.4; served; no CDKTF\n");
  }

  /** Runs without CDKTF on the class path. */
  static final class WithoutCdktf {
    private WithoutCdktf() {}

    public static void main(String[] args) throws Exception {
      String answer = Doors.answer(zone(), API, "DE");
      Doors.worst(fleet(), API);
      Doors.moves(fleet(), fleet());
      Doors.terraform(Path.of("main.tf.json.snapshot"));
      try (DnsServer server = Doors.serve(zone())) {
        InetAddress.getLoopbackAddress();
        server.counts();
      }
      boolean there = true;
      try {
        Class.forName("com.hashicorp.cdktf.App");
      } catch (ClassNotFoundException e) {
        there = false;
      }
      System.out.println(answer + "; served; " + (there ? "" : "no ") + "CDKTF");
    }
  }

  @Test
  void theCodeInTheDocumentationIsThatOfTheExamples() throws Exception {
    String code =
        unindented(
            Files.readString(Path.of("examples/library/com/example/whoserveswhom/Doors.java")));
    assertThat(
            Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/api.md")))
                .results()
                .map(block -> unindented(block.group(1))))
        .hasSizeGreaterThan(5)
        .allSatisfy(block -> assertThat(code).contains(block));
  }

  private static String unindented(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  @Test
  void noLoggerReachesWhoDependsOnIt() throws Exception {
    String pom = Files.readString(Path.of("pom.xml"));
    assertThat(
            Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL)
                .matcher(pom)
                .results()
                .map(found -> found.group(1))
                .filter(d -> d.matches("(?s).*<artifactId>(?:slf4j-(?!api)|logback|log4j).*"))
                .filter(d -> !d.contains("<scope>test</scope>")))
        .allMatch(d -> d.contains("<optional>true</optional>"));
  }
}
