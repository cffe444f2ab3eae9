package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasServicesTest {
  @ParameterizedTest
  @CsvSource({
    "ai-1.us-east-1.elb.amazonaws.com, LOAD_BALANCER",
    "ai-1.eusc-de-east-1.elb.amazonaws.eu, LOAD_BALANCER",
    "ai-1.elb.eusc-de-east-1.amazonaws.eu, LOAD_BALANCER",
    "d111111abcdef8.cloudfront.net, CLOUDFRONT",
    "d111111abcdef8.cloudfront.cn, CLOUDFRONT",
    "a1234567890abcdef.awsglobalaccelerator.com., GLOBAL_ACCELERATOR",
    "s3-website-us-east-1.amazonaws.com, S3_WEBSITE",
    "d-abcde12345.execute-api.us-west-2.amazonaws.com, API_GATEWAY",
    "d-abcde12345.execute-api.eusc-de-east-1.amazonaws.eu, API_GATEWAY",
    "vpce-0123-abc.s3.us-east-1.vpce.amazonaws.com, VPC_ENDPOINT",
    "search-logs-abc123.us-east-1.es.amazonaws.com, OPENSEARCH",
    "SEARCH-logs-abc123.cn-north-1.es.amazonaws.com.cn, OPENSEARCH",
    "search-logs-abc123.aos.us-east-1.on.aws, OPENSEARCH",
    "ai-0123.7d67968.vpc-lattice-svcs.us-west-2.on.aws, VPC_LATTICE",
    "ai.us-east-1.elasticbeanstalk.com, ELASTIC_BEANSTALK",
    "ai.us-east-1.awsapprunner.com, APP_RUNNER",
    "es.amazonaws.com, OTHER",
    "www.example.com, OTHER"
  })
  void theNameTellsTheService(String dnsName, AwsService service) {
    assertThat(AliasServices.of(dnsName, "Z1")).isEqualTo(service);
  }

  @ParameterizedTest
  @CsvSource({
    "Z2FDTNDATAQYW2, CLOUDFRONT",
    "Z3RFFRIM2A3IF5, CLOUDFRONT",
    "Z2BJ6XQ5FK7U4H, GLOBAL_ACCELERATOR",
    "Z1, OTHER"
  })
  void soDoesTheZoneWhereAServiceHasOnlyOne(String zoneId, AwsService service) {
    assertThat(AliasServices.of("x.example.com", zoneId)).isEqualTo(service);
  }
}
