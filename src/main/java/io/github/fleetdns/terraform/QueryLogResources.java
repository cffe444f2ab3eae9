package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.TerraformProvider;
import com.hashicorp.cdktf.providers.aws.cloudwatch_log_group.CloudwatchLogGroup;
import com.hashicorp.cdktf.providers.aws.cloudwatch_log_group.CloudwatchLogGroupConfig;
import com.hashicorp.cdktf.providers.aws.cloudwatch_log_resource_policy.CloudwatchLogResourcePolicy;
import com.hashicorp.cdktf.providers.aws.cloudwatch_log_resource_policy.CloudwatchLogResourcePolicyConfig;
import com.hashicorp.cdktf.providers.aws.data_aws_iam_policy_document.DataAwsIamPolicyDocument;
import com.hashicorp.cdktf.providers.aws.data_aws_iam_policy_document.DataAwsIamPolicyDocumentConfig;
import com.hashicorp.cdktf.providers.aws.route53_query_log.Route53QueryLog;
import com.hashicorp.cdktf.providers.aws.route53_query_log.Route53QueryLogConfig;
import io.github.fleetdns.fleet.Zone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/**
 * The query log of a zone: a log group in us-east-1, Route 53's permission to write there, which
 * must exist first, and the logging itself.
 */
final class QueryLogResources {
  private QueryLogResources() {}

  static void create(
      Construct scope,
      Zone zone,
      Zone.QueryLog log,
      Map<String, String> tags,
      ZoneHandle handle,
      Account account,
      RegionalProviders providers) {
    CloudwatchLogGroupConfig.Builder group =
        CloudwatchLogGroupConfig.builder()
            .name(TerraformText.literal("/aws/route53/" + zone.name()))
            .retentionInDays(log.retentionDays());
    if (!tags.isEmpty()) {
      group.tags(TerraformText.literals(tags));
    }
    Optional<TerraformProvider> provider = providers.in(RegionalProviders.ROUTE53);
    provider.ifPresent(group::provider);
    String groupArn = new CloudwatchLogGroup(scope, "zone-query-log-group", group.build()).getArn();
    CloudwatchLogResourcePolicyConfig.Builder policy =
        CloudwatchLogResourcePolicyConfig.builder()
            .policyName(TerraformText.literal("route53-query-log-" + zone.name()))
            .policyDocument(document(scope, groupArn, handle, account));
    provider.ifPresent(policy::provider);
    CloudwatchLogResourcePolicy permission =
        new CloudwatchLogResourcePolicy(scope, "zone-query-log-policy", policy.build());
    new Route53QueryLog(
        scope,
        "zone-query-log",
        Route53QueryLogConfig.builder()
            .zoneId(handle.zoneId())
            .cloudwatchLogGroupArn(groupArn)
            .dependsOn(List.of(permission))
            .build());
  }

  private static String document(
      Construct scope, String groupArn, ZoneHandle zone, Account account) {
    return new DataAwsIamPolicyDocument(
            scope,
            "zone-query-log-policy-document",
            DataAwsIamPolicyDocumentConfig.builder()
                .statement(
                    List.of(
                        PolicyDocuments.allow(
                            "Route53WritesQueryLog",
                            "Service",
                            "route53.amazonaws.com",
                            List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                            groupArn + ":*",
                            PolicyDocuments.onlyFor(zone, account))))
                .build())
        .getJson();
  }
}
