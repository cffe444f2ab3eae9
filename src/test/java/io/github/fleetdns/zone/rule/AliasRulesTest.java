package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.TestZone.set;
import static io.github.fleetdns.zone.rule.TestZone.zone;

import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.RecordType;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules about aliases. */
class AliasRulesTest {

  static Stream<RuleCase> cases() {
    return Stream.of(
        RuleCase.of("alias-dualstack", 0, balancer(""), balancer("dualstack.")),
        RuleCase.of(
            "alias-dualstack",
            0,
            zone(
                set("")
                    .type(RecordType.AAAA)
                    .alias(
                        AwsService.LOAD_BALANCER, "${aws_elb.a.dns_name}", "${aws_elb.a.zone_id}")),
            zone(
                set("")
                    .type(RecordType.AAAA)
                    .alias(
                        AwsService.LOAD_BALANCER, "${aws_lb.a.dns_name}", "${aws_lb.a.zone_id}"))),
        RuleCase.of(
            "alias-dualstack",
            0,
            balancer(""),
            zone(
                set("")
                    .type(RecordType.AAAA)
                    .alias(
                        AwsService.LOAD_BALANCER,
                        "ai-1.elb.eu-central-1.amazonaws.com",
                        "Z3F0SRJ5LGBH90"))),
        RuleCase.of(
            "alias-outside-zone", 0, zone(set("").alias("example.org.")), zone(set("").alias("@"))),
        RuleCase.of(
            "alias-target-missing",
            0,
            zone(set("").alias("b")),
            zone(set("").alias("b"), set("b", ""))),
        RuleCase.of(
            "alias-target-missing",
            0,
            zone(set("@", "").alias("b"), set("b", "").type(RecordType.CNAME)),
            zone(set("").alias("example.org."))),
        RuleCase.of(
            "alias-type",
            0,
            zone(set("").type(RecordType.NS).alias("b")),
            zone(set("").type(RecordType.NS), set("b", "").type(RecordType.MX).alias("c"))),
        RuleCase.of(
            "alias-zone-id",
            0,
            zone(elb("ai-1.eu-west-1.elb.amazonaws.com", "Z215JYRZR1TBD5")),
            zone(elb("ai-1.eu-central-1.elb.amazonaws.com.", "Z215JYRZR1TBD5"))),
        RuleCase.of(
            "alias-zone-id",
            0,
            zone(elb("ai-1.elb.eu-central-1.amazonaws.com", "Z215JYRZR1TBD5")),
            zone(
                elb("ai-1.elb.eu-central-1.amazonaws.com", "Z3F0SRJ5LGBH90"),
                elb("ai-1.elb.xx-new-1.amazonaws.com", "Z1"))),
        RuleCase.of(
            "alias-zone-id",
            0,
            zone(elb("d1.cloudfront.net", "Z1")),
            zone(
                elb("d1.cloudfront.net", "${aws_cloudfront_distribution.x.hosted_zone_id}"),
                elb("a.awsglobalaccelerator.com", "Z2BJ6XQ5FK7U4H"))),
        RuleCase.of(
            "alias-s3-name",
            0,
            zone(set("").alias(AwsService.S3_WEBSITE, "api.s3.amazonaws.com", "Z1")),
            zone(
                set("").bucket(),
                set("b", "")
                    .alias(AwsService.S3_WEBSITE, "s3-website-us-east-1.amazonaws.com", "Z1"))),
        RuleCase.of(
            "alias-cloudfront-private",
            0,
            zone(set("").cloudfront()).inVpcs("vpc-1"),
            zone(set("").cloudfront())),
        RuleCase.of(
            "alias-cloudfront-private",
            0,
            zone(set("").reference(AwsService.CLOUDFRONT)).inVpcs("vpc-1"),
            zone(set("").lookedUp()).inVpcs("vpc-1")),
        RuleCase.of(
            "alias-cloudfront-health",
            0,
            zone(set("").reference(AwsService.CLOUDFRONT)),
            zone(set("").reference(AwsService.LOAD_BALANCER))),
        RuleCase.of(
            "alias-cloudfront-health",
            0,
            zone(set("").alias(AwsService.CLOUDFRONT, "d1.cloudfront.net", "Z1")),
            zone(set("").cloudfront())),
        RuleCase.of(
            "alias-s3-bucket",
            1,
            zone(set("a").weighted(1).bucket(), set("b").weighted(1).bucket()),
            zone(set("a").weighted(1).bucket(), set("b").weighted(1).cloudfront())),
        RuleCase.of(
            "alias-s3-bucket", 0, zone(set("*", "").bucket()), zone(set("www", "").bucket())),
        RuleCase.of(
            "alias-resource-type",
            0,
            zone(set("").bucket().type(RecordType.AAAA)),
            zone(set("").bucket(), set("").cloudfront().type(RecordType.HTTPS))),
        RuleCase.of(
            "alias-resource-type",
            0,
            zone(set("").balancer().type(RecordType.TXT)),
            zone(
                set("").balancer().type(RecordType.AAAA),
                set("c", "")
                    .type(RecordType.AAAA)
                    .alias(AwsService.API_GATEWAY, "d-1.execute-api.eu-west-1.amazonaws.com", "Z1"),
                set("b", "").type(RecordType.TXT).alias(AwsService.OTHER, "x.org", "Z1"))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ruleFindsWhatBreaksItAndNothingElse(RuleCase example) {
    example.verify();
  }

  private static TestZone.Set elb(String dnsName, String zoneId) {
    return set(dnsName, "").alias(AwsService.OTHER, dnsName, zoneId);
  }

  /** An AAAA alias to a load balancer that may be a Classic one. */
  private static TestZone balancer(String front) {
    return zone(
        set("")
            .type(RecordType.AAAA)
            .alias(
                AwsService.LOAD_BALANCER,
                front + "ai-1.eu-central-1.elb.amazonaws.com",
                "Z215JYRZR1TBD5"));
  }
}
