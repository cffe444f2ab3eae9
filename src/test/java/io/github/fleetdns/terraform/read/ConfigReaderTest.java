package io.github.fleetdns.terraform.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terraform JSON that is written by hand. */
class ConfigReaderTest {
  private static final String ZONE =
      "\"aws_route53_zone\": {\"z\": {\"name\": \"Example.COM.\", \"comment\": \"a $${b}\"}}";

  @Test
  void blocksAreObjectsOrListsOfThem() {
    HostedZone objects = zone(read(resources(ZONE, record("api", policy("{\"weight\": 3}")))));
    HostedZone lists =
        zone(
            read(
                "{\"resource\": [{%s}, {\"aws_route53_record\": [{\"r\": [%s]}]}]}"
                    .formatted(ZONE, record("api", policy("[{\"weight\": \"3\"}]")))));

    assertThat(objects.recordSets()).hasSize(1);
    assertThat(lists).isEqualTo(objects);
    assertThat(objects.name()).hasToString("example.com");
    assertThat(objects.comment()).isEqualTo("a ${b}");
  }

  @ParameterizedTest
  @CsvSource({
    "api, api.example.com",
    "API.Example.com., api.example.com",
    "'', example.com",
    "@, @.example.com",
    // The provider looks for the zone's name without looking for a dot (route53.md#r28).
    "notexample.com, notexample.com",
    "'\\\\052', *.example.com",
    "'${local.sub}.${var.env}', api.dev.example.com",
    "'x.${aws_route53_zone.z.name}', x.example.com",
    "'${format(\\\"%s-1\\\", var.env)}', dev-1.example.com",
    "'${local.other == \\\"api\\\" ? \\\"yes\\\" : \\\"no\\\"}', yes.example.com",
    "'${local.names[var.env].host}', named.example.com",
    "'_dmarc.${aws_route53_record.Other.fqdn}', _dmarc.other.example.com",
    "'${join(\\\".\\\", [\\\"a\\\", trimsuffix(aws_route53_record.Other.fqdn, \\\".com\\\")])}.com',"
        + " a.other.example.com",
    "'${aws_route53_record.Other.name}.x', other.x.example.com",
  })
  void aNameIsCompletedAsTheProviderDoes(String written, String name) {
    String values =
        "\"locals\": {\"sub\": \"${local.other}\", \"other\": \"api\","
            + " \"names\": {\"dev\": {\"host\": \"named\"}}, \"zone\": \"${aws_route53_zone.z}\"},"
            + "\"variable\": {\"env\": {\"default\": \"dev\"}}";
    String other =
        ", \"aws_route53_record\": {\"Other\": {\"name\": \"Other.\", \"type\": \"TXT\", \"ttl\": 5,"
            + " \"zone_id\": \"${local.zone.zone_id}\", \"records\": [\"x\"]}}";
    HostedZone zone =
        zone(read("{" + values + "," + inside(ZONE + other, record(written, "")) + "}"));

    assertThat(zone.recordSets())
        .filteredOn(set -> set.type() == RecordType.A)
        .extracting(set -> set.name().toString())
        .containsExactly(name);
    assertThat(zone.recordSets()).hasSize(2);
  }

  @Test
  void textsGetTheQuotesThatTheProviderPutsAroundThemAndSetsHaveNoDoubles() {
    String record =
        "{\"zone_id\": \"${aws_route53_zone.z.id}\", \"name\": \"t\", \"type\": \"TXT\", \"ttl\": 5,"
            + " \"records\": [\"one\\\" \\\"two\", \"%%{i}\", \"%%{i}\"]}";

    assertThat(zone(read(resources(ZONE, record))).recordSets().get(0).values())
        .containsExactly("\"%{i}\"", "\"one\" \"two\"");
  }

  @Test
  void falseForMultivalueAndEmptyTextsAreNothing() {
    String more =
        "\"multivalue_answer_routing_policy\": false, \"set_identifier\": \"\","
            + " \"health_check_id\": \"\",";

    TerraformReader.Result result = read(resources(ZONE, record("api", more)));

    assertThat(zone(result).recordSets().get(0).routing()).isEmpty();
    assertThat(result.problems()).isEmpty();
  }

  @Test
  void whatRoute53RefusesAndTheModelCannotSayIsSaid() {
    String more = "\"set_identifier\": \"x\", \"health_check_id\": \"abc\",";
    String noTtl =
        "{\"zone_id\": \"${aws_route53_zone.z.id}\", \"name\": \"t\", \"type\": \"A\","
            + " \"records\": [\"192.0.2.1\"]}";

    assertThat(read(resources(ZONE, record("api", more))).problems())
        .extracting(Problem::toString)
        .hasSize(2)
        .allMatch(line -> line.contains(": error: aws_route53_record.r: Route 53 refuses"))
        .allMatch(line -> line.startsWith("main.tf.json:1:"));
    assertThat(read(resources(ZONE, noTtl)).problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .contains("needs a ttl");
  }

  @Test
  void anExpressionIsReportedAndTheShareStays() {
    String record =
        record("api", policy("{\"weight\": 3}"))
            .replace("\"192.0.2.1\"", "\"${aws_instance.web.public_ip}\"");

    TerraformReader.Result result = read(resources(ZONE, record));

    RecordSet set = zone(result).recordSets().get(0);
    assertThat(set.values()).containsExactly("${aws_instance.web.public_ip}");
    assertThat(set.policy()).isPresent();
    assertThat(result.problems()).singleElement().matches(p -> !p.isError());
    assertThat(result.after().get(0).recordSets().get(0).resolved()).isFalse();
  }

  @Test
  void countAndForEachAreLeftToPlansAndTheRestIsRead() {
    String two =
        "\"aws_route53_record\": {\"many\": {\"count\": 2, \"name\": \"x\"}, \"r\": %s}"
            .formatted(record("api", ""));

    TerraformReader.Result result = read("{\"resource\": {" + ZONE + "," + two + "}}");

    assertThat(zone(result).recordSets()).hasSize(1);
    assertThat(result.problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .contains("aws_route53_record.many has count");
  }

  @Test
  void aliasesLeadWhereTheirReferencesDo() {
    String json =
        """
        {"provider": {"aws": [{"region": "us-east-1"}, {"alias": "eu", "region": "eu-west-1"}]},
         "data": {"aws_lb": {"found": {"name": "web", "provider": "aws.eu"}}},
         "resource": {%s, "aws_lb": {"made": {"name": "web"}}, "aws_route53_record": {
          "a": %s, "b": %s, "c": %s, "d": %s, "x": %s}}}
        """
            .formatted(
                ZONE,
                alias("a", "${data.aws_lb.found.dns_name}", "${data.aws_lb.found.zone_id}"),
                alias("b", "${aws_lb.made.dns_name}", "${aws_lb.made.zone_id}"),
                alias("c", "${aws_route53_record.x.fqdn}", "${aws_route53_zone.z.zone_id}"),
                alias("d", "d1.cloudfront.net", "Z2FDTNDATAQYW2"),
                record("x", ""));

    assertThat(zone(read(json)).recordSets())
        .extracting(set -> set.alias().map(Content.Alias::target))
        .containsExactly(
            Optional.of(new AliasTarget.LookedUpLoadBalancer("web", "eu-west-1")),
            Optional.of(
                new AliasTarget.Reference(
                    AwsService.LOAD_BALANCER, "${aws_lb.made.dns_name}", "${aws_lb.made.zone_id}")),
            Optional.of(
                new AliasTarget.SameZone(io.github.fleetdns.zone.DomainName.of("x.example.com"))),
            Optional.of(
                new AliasTarget.AwsResource(
                    AwsService.CLOUDFRONT, "d1.cloudfront.net", "Z2FDTNDATAQYW2")),
            Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "aws_cloudfront_distribution.x.domain_name, CLOUDFRONT",
    "aws_cloudfront_multitenant_distribution.x.domain_name, CLOUDFRONT",
    "aws_cloudfront_connection_group.x.routing_endpoint, CLOUDFRONT",
    "aws_cognito_user_pool_domain.x.cloudfront_distribution, CLOUDFRONT",
    "aws_appsync_domain_name.x.appsync_domain_name, CLOUDFRONT",
    "aws_apprunner_custom_domain_association.x.dns_target, APP_RUNNER",
    "aws_api_gateway_domain_name.x.regional_domain_name, API_GATEWAY",
    "aws_something_new.x.dns_name, OTHER"
  })
  void theTypeOfWhatAnAliasRefersToTellsTheService(String reference, AwsService service) {
    String type = reference.substring(0, reference.indexOf('.'));
    String json =
        """
        {"resource": {%s, "%s": {"x": {}}, "aws_route53_record": {"a": %s}}}
        """
            .formatted(ZONE, type, alias("a", "${" + reference + "}", "${" + type + ".x.zone_id}"));

    assertThat(zone(read(json)).recordSets().get(0).alias().map(Content.Alias::target))
        .hasValue(
            new AliasTarget.Reference(
                service, "${" + reference + "}", "${" + type + ".x.zone_id}"));
  }

  @Test
  void aHostedZoneIdThatIsKnownTellsTheServiceOfAnUnknownName() {
    String json =
        """
        {"variable": {"domain": {}}, "resource": {%s, "aws_route53_record": {"a": %s}}}
        """
            .formatted(ZONE, alias("a", "${var.domain}", "Z2FDTNDATAQYW2"));

    assertThat(zone(read(json)).recordSets().get(0).alias().map(Content.Alias::target))
        .hasValue(
            new AliasTarget.Reference(AwsService.CLOUDFRONT, "${var.domain}", "Z2FDTNDATAQYW2"));
  }

  @Test
  void overridesReplaceArgumentsAndDuplicatesAreErrors() {
    TerraformReader.Document main = document("main.tf.json", resources(ZONE, record("api", "")));
    TerraformReader.Document override =
        document(
            "override.tf.json", "{\"resource\": {\"aws_route53_record\": {\"r\": {\"ttl\": 7}}}}");

    assertThat(
            zone(TerraformReader.configuration(List.of(main), List.of(override)))
                .recordSets()
                .get(0)
                .ttl())
        .hasValue(7);
    assertThat(TerraformReader.configuration(List.of(main, override), List.of()).problems())
        .singleElement()
        .matches(Problem::isError)
        .matches(problem -> problem.rule().equals("terraform-duplicate"));
  }

  @Test
  void aZoneThatIsElsewhereIsInferredAndSaysSo() {
    String record =
        record("api.shop.example.com", "").replace("${aws_route53_zone.z.zone_id}", "Z1");
    String other =
        record("www.shop.example.com", "").replace("${aws_route53_zone.z.zone_id}", "Z1");
    TerraformReader.Result result =
        read(
            "{\"resource\": {\"aws_route53_record\": {\"a\": %s, \"b\": %s}}}"
                .formatted(record, other));

    assertThat(zone(result).name()).hasToString("shop.example.com");
    assertThat(result.problems())
        .singleElement()
        .matches(problem -> problem.rule().equals("terraform-inferred"));
  }

  @Test
  void zonesThatLookForTheSameAreOne() {
    String json =
        """
        {"data": {"aws_route53_zone": {"a": {"name": "example.com"}, "b": {"name": "example.com."},
          "c": {"name": "example.com", "private_zone": true}}},
         "resource": {"aws_route53_record": {"a": %s, "b": %s, "c": %s}}}
        """
            .formatted(
                in("data.aws_route53_zone.a"),
                in("data.aws_route53_zone.b"),
                in("data.aws_route53_zone.c"));

    assertThat(read(json).after())
        .extracting(z -> z.zone().recordSets().size())
        .containsExactly(2, 1);
    assertThat(read(json).after().get(1).zone().isPrivate()).isTrue();
  }

  private static String in(String zone) {
    return record("x", "").replace("aws_route53_zone.z", zone);
  }

  private static String record(String name, String more) {
    return "{\"zone_id\": \"${aws_route53_zone.z.zone_id}\", \"name\": \"%s\", \"type\": \"A\", %s"
            .formatted(name, more)
        + "\"ttl\": 60, \"records\": [\"192.0.2.1\"]}";
  }

  private static String alias(String name, String target, String zoneId) {
    return """
        {"zone_id": "${aws_route53_zone.z.zone_id}", "name": "%s", "type": "A",
         "alias": {"name": "%s", "zone_id": "%s", "evaluate_target_health": true}}
        """
        .formatted(name, target, zoneId);
  }

  private static String policy(String block) {
    return "\"set_identifier\": \"one\", \"weighted_routing_policy\": " + block + ",";
  }

  private static String resources(String zone, String record) {
    return "{" + inside(zone, record) + "}";
  }

  private static String inside(String zone, String record) {
    return "\"resource\": {%s, \"aws_route53_record\": {\"r\": %s}}".formatted(zone, record);
  }

  private static TerraformReader.Result read(String json) {
    return TerraformReader.configuration(List.of(document("main.tf.json", json)), List.of());
  }

  private static TerraformReader.Document document(String source, String json) {
    List<Problem> problems = new ArrayList<>();
    Optional<TerraformReader.Document> document = TerraformReader.document(source, json, problems);
    assertThat(problems).isEmpty();
    return document.orElseThrow();
  }

  private static HostedZone zone(TerraformReader.Result result) {
    assertThat(result.after()).hasSize(1);
    return result.after().get(0).zone();
  }
}
