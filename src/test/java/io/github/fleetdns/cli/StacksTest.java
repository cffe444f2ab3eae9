package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One hosted zone that one stack makes and others add to. */
class StacksTest {
  @TempDir private Path folder;
  private final Launched program = new Launched();

  @BeforeEach
  void write() throws IOException {
    fleet("base", "zone: {name: ai.example.com}\nrecords: {'@': {TXT: v=spf1 -all}}");
    fleet("us", existing("us-east-2", "52.94.1.1", "latency: [gpu]"));
    fleet("eu", existing("eu-central-1", "52.94.1.2", "latency: [gpu]"));
    fleet("plain", existing("eu-central-1", "52.94.1.2", "simple: [gpu]"));
  }

  /** Two fleets call their endpoint, and so its health check, the same. */
  private static String existing(String region, String address, String route) {
    return """
        zone: {name: ai.example.com, existing: true}
        defaults: {ttl: 60, health: {https: /healthz}}
        endpoints: {gpu: {region: %s, address: %s}}
        services: {chat: {route: {%s}}}
        """
        .formatted(region, address, route)
        .replace("endpoints: {gpu", "endpoints: {" + region.substring(0, 2) + "-gpu")
        .replace("[gpu]", "[" + region.substring(0, 2) + "-gpu]");
  }

  private void fleet(String name, String rest) throws IOException {
    Files.writeString(folder.resolve(name + ".yaml"), "fleet: " + name + "\n" + rest + "\n");
  }

  private String file(String name) {
    return folder.resolve(name + ".yaml").toString();
  }

  @Test
  void aQuestionIsAnsweredFromAllOfThemWhateverTheirOrder() {
    for (List<String> order :
        List.of(List.of("us", "eu"), List.of("eu", "us"), List.of("eu", "base", "us"))) {
      String[] args = new String[order.size() + 4];
      args[0] = "answer";
      for (int i = 0; i < order.size(); i++) {
        args[i + 1] = file(order.get(i));
      }
      args[order.size() + 1] = "chat";
      args[order.size() + 2] = "--latency";
      args[order.size() + 3] = "us-east-2=10,eu-central-1=90";
      assertThat(program.run(args)).describedAs(program.err()).isZero();
      assertThat(program.out()).contains("52.94.1.1").doesNotContain("52.94.1.2");
    }
  }

  @Test
  void trafficGoesToTheServersOfEveryStack() {
    assertThat(program.run("traffic", file("us"), file("eu"), "--service", "chat")).isZero();
    assertThat(program.out()).contains("us-gpu", "eu-gpu");
  }

  @Test
  void aRecordSetThatClashesWithAnotherStacksIsAnErrorInItsOwnFile() {
    assertThat(program.run("check", file("us"))).isZero();
    assertThat(program.run("check", file("plain"))).isZero();
    assertThat(program.run("check", file("us"), file("plain"))).isEqualTo(ExitCode.INPUT);
    assertThat(program.err())
        .containsPattern("plain\\.yaml:\\d+:\\d+: error: .*\\(group-simple\\)");
    assertThat(program.run("check", file("us"), file("eu"), file("base"))).isZero();
    assertThat(program.err()).doesNotContain("error");
  }

  @Test
  void aNameThatMovesFromOneStackToAnotherIsLostToNobody() throws Exception {
    fleet(
        "before",
        "zone: {name: ai.example.com, existing: true}\nendpoints: {gw: {address: 52.94.1.1}}\nservices: {chat: {route: gw}, docs: {route: gw}}");
    fleet(
        "after",
        "zone: {name: ai.example.com, existing: true}\nendpoints: {gw: {address: 52.94.1.1}}\nservices: {docs: {route: gw}}");
    fleet(
        "other",
        "zone: {name: ai.example.com, existing: true}\nendpoints: {gw2: {address: 52.94.1.1}}\nservices: {chat: {route: gw2}}");
    assertThat(program.run("diff", file("before"), file("after"))).isZero();
    assertThat(program.out()).contains("chat.ai.example.com");
    assertThat(program.run("diff", file("before"), file("after") + "," + file("other"))).isZero();
    assertThat(program.out())
        .contains("gw2.ai.example.com")
        .doesNotContainPattern("(?m)^(lost|new|changed) +chat");
  }

  /** Two stacks that both make a zone of the name make two zones. */
  @Test
  void twoZonesThatAreMadeAreTwo() throws Exception {
    fleet("twin", "zone: {name: ai.example.com}\nendpoints: {x: {address: 52.94.1.9}}");
    assertThat(program.run("answer", file("base"), file("twin"), "x.ai.example.com")).isZero();
    assertThat(program.out()).contains("several public zones called ai.example.com");
  }

  @Test
  void healthChecksOfOneNameStayTwo() throws Exception {
    fleet("one", service("a", "52.94.1.1", "x"));
    fleet("two", service("a", "52.94.1.2", "y"));
    assertThat(
            program.run("answer", file("one"), file("two"), "x", "--down", "a", "--format", "json"))
        .describedAs(program.err())
        .isZero();
    assertThat(program.out()).contains("52.94.1.9").doesNotContain("\"52.94.1.1\"");
    assertThat(program.run("answer", file("one"), file("two"), "y", "--down", "a")).isZero();
    assertThat(program.out()).contains("52.94.1.2");
    assertThat(program.run("answer", file("one"), file("two"), "y", "--down", "a (two)")).isZero();
    assertThat(program.out()).contains("52.94.1.9");
  }

  private static String service(String endpoint, String address, String name) {
    return """
        zone: {name: ai.example.com, existing: true}
        defaults: {ttl: 60, health: {https: /healthz}}
        endpoints: {%s: {address: %s}, %s-spare: {address: 52.94.1.9, health: false}}
        services: {%s: {route: {failover: [%s, %s-spare]}}}
        """
        .formatted(endpoint, address, name, name, endpoint, name);
  }
}
