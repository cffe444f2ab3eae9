package io.github.fleetdns.terraform.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.problem.Location;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  private static final Location HERE = new Location("main.tf.json", 1, 1);

  /** {@code local.env} is {@code dev}, {@code local.names} two names; nothing else is known. */
  private static Node evaluate(String template) {
    return Expression.template(
        Node.Scalar.text(HERE, template),
        (at, path) ->
            switch (String.join(".", path.steps())) {
              case "local.env" -> Node.Scalar.text(HERE, "dev");
              case "local.names.[0]", "local.names.[\"a\"]" -> Node.Scalar.text(HERE, "first");
              case "local.names" ->
                  new Node.Arr(
                      HERE, List.of(Node.Scalar.text(HERE, "x"), Node.Scalar.text(HERE, "y")));
              default ->
                  new Node.Unknown(
                      HERE,
                      template,
                      List.of(new Node.Reference(path.resource(), path.attribute())),
                      true);
            });
  }

  private static Node.Unknown unknown(String template) {
    assertThat(evaluate(template)).isInstanceOf(Node.Unknown.class);
    return (Node.Unknown) evaluate(template);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "api.${local.env}.example.com | api.dev.example.com",
        "${local.env == \"dev\" ? \"d\" : \"p\"} | d",
        "${local.env != \"dev\" || false ? \"d\" : \"p\"} | p",
        "${!(1 + 2 * 3 > 6 && true) ? \"d\" : \"p\"} | p",
        "${format(\"%s-%03d.%v\", local.env, 7, true)} | dev-007.true",
        "${format(\"100%%\")} | 100%",
        "${join(\".\", [\"a\", local.env, upper(\"b\"),])} | a.dev.B",
        "${join(\".\", concat(local.names, [\"z\"]))} | x.y.z",
        "${lower(\"A${upper(local.env)}\")} | adev",
        "${trimsuffix(\"example.com.\", \".\")} | example.com",
        "${trimprefix(\"www.a\", \"www.\")}-${trimsuffix(\"a\", \"b\")} | a-a",
        "${replace(\"a_b_c\", \"_\", \"-\")} | a-b-c",
        "${trimspace(\" a \")} | a",
        "${element(split(\".\", \"a.b.c\"), 4)} | b",
        "${lookup({ a = \"1\", \"b\" = \"2\" }, \"b\", \"3\")} | 2",
        "${lookup({}, \"b\", \"3\")} | 3",
        "${merge({ a = 1 }, { a = 2 }).a} | 2",
        "${coalesce(\"\", null, \"c\")} | c",
        "${one([\"o\"])} | o",
        "${local.names[0]}${local.names[\"a\"]}${local.names[3 - 3]} | firstfirstfirst",
        "${tostring(1.50)} | 1.5",
        "${\"a\\\"b\\u0041\\\\\"} | a\"bA\\",
        "${\"{}\"}${\"$${x}\"} | {}${x}",
        "${[\"a\", \"b\"][1]} | b",
        "${try(\"a\", 1)} | a",
      })
  void whatNeedsNoTerraformIsEvaluated(String template, String value) {
    assertThat(Functions.text(evaluate(template))).contains(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "_dmarc.${aws_x.y.z} | _dmarc. | ``",
        "a.${aws_x.y.z}.b | a. | .b",
        "${format(\"f-%s.%s.example\", local.env, aws_x.y.z)} | f-dev. | .example",
        "${join(\".\", [\"J\", aws_x.y.z, \"k\"])} | J. | .k",
        "${lower(\"L.${aws_x.y.z}.M\")} | l. | .m",
        "${upper(\"l.${aws_x.y.z}\")} | L. | ``",
        // What is cut off may be of what is known.
        "${trimsuffix(\"abc.${aws_x.y.z}\", \".x\")} | ab | ``",
        "${trimprefix(\"${aws_x.y.z}.abc\", \"x.\")} | `` | bc",
        "${replace(\"a.${aws_x.y.z}\", \"a\", \"b\")} | `` | ``",
        "${aws_x.y.z == \"a\" ? \"b\" : aws_x.y.z} | `` | ``",
        "a-${[for s in aws_x.y.z : s][0]} | a- | ``",
        "a-%{ if aws_x.y.z }b%{ endif } | `` | ``",
      })
  void ofTheRestTheBeginningAndTheEndAreKnown(String template, String start, String end) {
    Node.Unknown value = unknown(template);

    assertThat(value.start()).isEqualTo(start);
    assertThat(value.end()).isEqualTo(end);
    assertThat(value.references()).contains(new Node.Reference("aws_x.y", "z"));
    assertThat(value.direct()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${aws_x.y.z}",
        "${(aws_x.y.z)}",
        "${local.env == \"dev\" ? aws_x.y.z : null}",
        "${tostring(aws_x.y.z)}",
        "${[aws_x.y.z][0]}",
        "${lookup({ dev = aws_x.y.z }, local.env)}",
      })
  void whatIsAReferenceAfterAllStaysOne(String template) {
    assertThat(unknown(template).direct()).isTrue();
    assertThat(unknown(template).references()).containsExactly(new Node.Reference("aws_x.y", "z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${",
        "${}",
        "${(}",
        "${a b}",
        "${lower()}",
        "${format(\"%q\", 1)}",
        "${1 / 0}",
        "${\"}",
        "${nosuch(1)}",
        "${local.names[*].a}",
        "${replace(\"a\", \"/a/\", \"b\")}",
        "${format(\"%s\")}",
        "${[}",
        "${{a}}",
        "${local.env ? }"
      })
  void anythingElseIsUnknown(String template) {
    assertThat(evaluate(template)).isInstanceOf(Node.Unknown.class);
  }

  @Test
  void deepNestingIsUnknownRatherThanTooDeep() {
    String deep = "${" + "(".repeat(100_000) + "1" + ")".repeat(100_000) + "}";

    assertThat(evaluate(deep)).isInstanceOf(Node.Unknown.class);
    assertThat(evaluate("${" + "!".repeat(100_000) + "true}")).isInstanceOf(Node.Unknown.class);
    assertThat(evaluate("${\"".repeat(100_000))).isInstanceOf(Node.Unknown.class);
  }
}
