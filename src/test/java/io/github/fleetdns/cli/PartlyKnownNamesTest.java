package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terraform JSON whose names are texts around what only an apply tells. */
class PartlyKnownNamesTest {
  private static final String UNKNOWN = "aws_instance.web.id";

  @TempDir private Path folder;
  private final Launched program = new Launched();

  /** Beside {@code app}, with a value that is known, a record whose name is not. */
  private Path file(String name, String type) throws IOException {
    return Files.writeString(
        folder.resolve("main.tf.json"),
        """
        {"resource": {"aws_instance": {"web": {}}, "aws_route53_zone": {"z": {"name": "example.com"}},
          "aws_route53_record": {
            "app": {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "app", "type": "A", "ttl": 60,
              "records": ["52.94.0.1"]},
            "any": {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "*.any", "type": "A",
              "ttl": 60, "records": ["52.94.0.2"]},
            "open": {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "%s", "type": "%s",
              "ttl": 60, "records": ["52.94.0.3"]}}}}
        """
            .formatted(name, type));
  }

  private String answer(String name, String type, String asked) throws IOException {
    assertThat(program.run("answer", file(name, type).toString(), asked, "A")).isZero();
    return program.out();
  }

  @BeforeEach
  void whatIsKnownIsWithoutDoubt() throws IOException {
    assertThat(new Launched().run("check", file("www", "A").toString())).isZero();
    assertThat(answer("www", "A", "nothing.example.com")).contains("NXDOMAIN:");
  }

  @ParameterizedTest
  @CsvSource({
    "_dmarc.${aws_instance.web.id}, nothing.example.com",
    "${aws_instance.web.id}, nothing.example.com",
    "${aws_instance.web.id}.api, x.api.example.com",
    "${aws_instance.web.id}.api, api.example.com",
    "${aws_instance.web.id}.a.api, api.example.com",
    "x.${aws_instance.web.id}.example.com., nothing.example.com",
    // Part of the zone's name, so the rest of it may stand before.
    "${aws_instance.web.id}.com, nothing.example.com",
    // A name between a wildcard and what is asked hides the wildcard.
    "${aws_instance.web.id}.any, y.x.any.example.com",
  })
  void nothingIsSaidToBeMissingThatMayBeThere(String name, String asked) throws IOException {
    assertThat(answer(name, "A", asked)).contains("Not verified: the name of");
  }

  @ParameterizedTest
  @CsvSource({
    "${aws_instance.web.id}.api, nothing.example.com",
    "${aws_instance.web.id}.api.example.com, nothing.example.com",
    "'${format(\\\"%s.api\\\", aws_instance.web.id)}', x.apt.example.com",
  })
  void whereItCannotBeNothingIsInDoubt(String name, String asked) throws IOException {
    assertThat(answer(name, "A", asked)).contains("NXDOMAIN:").doesNotContain("Not verified");
  }

  @Test
  void aSimpleRecordSetIsTheOnlyOneOfItsNameAndType() throws IOException {
    assertThat(answer("_dmarc.${" + UNKNOWN + "}", "TXT", "app.example.com"))
        .contains("52.94.0.1")
        .doesNotContain("Not verified");
  }

  @Test
  void aDelegationThatMayBeAboveTakesTheNameAway() throws IOException {
    assertThat(answer("${" + UNKNOWN + "}", "NS", "app.example.com"))
        .contains("Not verified: the name of aws_route53_record.open is not known");
  }
}
