package io.github.fleetdns.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.problem.Severity;
import io.github.fleetdns.text.Hidden;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** SARIF, as its own schema wants it. */
class SarifTest {
  private static final Problem TTL =
      Problem.error(new Location("a b/fleet.yaml", 7, 8), "ttl-range", "found -1");
  private static final Problem ADDRESS =
      new Problem(
          new Location("/tmp/ü.json", 1, 1),
          Severity.WARNING,
          "address-reserved",
          Optional.of("aws_route53_record.a[\"x\"]"),
          "10.0.0.1 is reserved");

  @Test
  void itIsWhatTheSchemaWants() throws Exception {
    assertThat(errors(Json.write(Sarif.of(List.of(TTL, ADDRESS, TTL), "0.1.0"), Hidden.NONE)))
        .isEmpty();
    assertThat(errors(Json.write(Sarif.of(List.of(), "dev"), Hidden.NONE))).isEmpty();
    assertThat(errors("{\"version\": \"2.1.0\"}")).describedAs("without runs").isNotEmpty();
  }

  private static List<?> errors(String sarif) throws Exception {
    try (InputStream in = SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Validator.Result result =
          new ValidatorFactory().withDialect(new Dialects.Draft7Dialect()).validate(schema, sarif);
      return result.getErrors().stream().map(e -> e.getInstanceLocation() + e.getError()).toList();
    }
  }

  @Test
  void aResultHasPlaceLevelAndRule() throws Exception {
    JsonNode run =
        new ObjectMapper()
            .readTree(Json.write(Sarif.of(List.of(TTL, ADDRESS), "0.1.0"), Hidden.NONE))
            .at("/runs/0");
    JsonNode ttl = run.at("/results/0");

    assertThat(ttl.get("level").asText()).isEqualTo("error");
    assertThat(ttl.at("/message/text").asText()).isEqualTo("found -1");
    assertThat(ttl.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("a%20b/fleet.yaml");
    assertThat(ttl.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(7);
    assertThat(run.at("/tool/driver/rules/" + ttl.get("ruleIndex").asInt() + "/id").asText())
        .isEqualTo("ttl-range");
    JsonNode address = run.at("/results/1");
    assertThat(address.get("level").asText()).isEqualTo("warning");
    assertThat(address.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("file:///tmp/%C3%BC.json");
    assertThat(address.at("/locations/0/logicalLocations/0/fullyQualifiedName").asText())
        .isEqualTo("aws_route53_record.a[\"x\"]");
  }

  @Test
  void aRuleOfTheZoneSaysWhatItWants() throws Exception {
    Problem problem = Problem.error(new Location("f", 1, 1), "cname-apex", "no");
    JsonNode rule =
        new ObjectMapper()
            .readTree(Json.write(Sarif.of(List.of(problem), "0"), Hidden.NONE))
            .at("/runs/0/tool/driver/rules/0");

    assertThat(rule.at("/shortDescription/text").asText()).contains("CNAME");
  }
}
