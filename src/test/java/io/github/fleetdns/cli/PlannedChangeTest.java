package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.github.fleetdns.Goldens;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans of the real CLI, kept as they are, compared with what they start from. */
class PlannedChangeTest {
  static List<Path> cases() throws IOException {
    return PlannedChange.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aPlanAloneIsCompared(Path folder) {
    Goldens.assertMatches(
        folder.resolve("expected.txt"), PlannedChange.text(folder.resolve("plan.json")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void itsJsonIsAsTheSchemaSays(Path folder) throws IOException {
    JsonNode json = PlannedChange.json(folder.resolve("plan.json"));
    Validator validator =
        new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory()).createValidator();
    URI schema =
        validator.registerSchema(
            new ObjectMapper().readTree(Path.of("docs/diff.schema.json").toFile()));
    assertThat(validator.validate(schema, json).getErrors()).isEmpty();
  }
}
