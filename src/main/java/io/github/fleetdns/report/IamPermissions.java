package io.github.fleetdns.report;

import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.terraform.StackResource;
import io.github.fleetdns.zone.AwsPartitions;
import io.github.fleetdns.zone.DomainName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which IAM actions Terraform's AWS provider calls to create, read, change and destroy each type of
 * resource.
 *
 * <p>The actions are those of the API operations in the provider's source ({@code
 * internal/service}); which resources each can be held to, and the condition keys, are in the AWS
 * Service Authorization Reference: list_amazonroute53, list_awskeymanagementservice,
 * list_amazoncloudwatch, list_amazoncloudwatchlogs, list_amazonsns, list_amazonec2,
 * list_awselasticloadbalancingv2. What a name condition looks like: Route 53 Developer Guide, Using
 * IAM policy conditions for fine-grained access control.
 */
final class IamPermissions {
  private static final String ANY = "*";
  private static final Pattern ZONE_ID = Pattern.compile("Z[A-Z0-9]+");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(.+)\\.[a-z_]+}");

  private final DomainName zone;
  private final String region;
  private final String zoneId;
  private final IamPolicy policy;
  private final Map<String, StackResource> byAddress = new HashMap<>();

  IamPermissions(
      Fleet fleet, List<StackResource> resources, Optional<String> zoneId, IamPolicy policy) {
    this.zoneId = zoneId.orElse(ANY);
    this.zone = fleet.zone().name();
    this.region = fleet.provider().region();
    this.policy = policy;
    resources.forEach(resource -> byAddress.put(resource.address(), resource));
  }

  /**
   * Allows what a resource needs.
   *
   * @throws IllegalArgumentException if its type is not known here
   */
  void add(StackResource resource) {
    boolean known = resource.data() ? data(resource) : route53(resource) || other(resource);
    if (!known) {
      throw new IllegalArgumentException("no permissions are known for " + resource.address());
    }
  }

  // ---- data sources ----

  private boolean data(StackResource data) {
    switch (data.type()) {
      // Computed by Terraform, or open to everybody.
      case "aws_caller_identity",
          "aws_elb_hosted_zone_id",
          "aws_iam_policy_document",
          "aws_lb_hosted_zone_id",
          "aws_partition",
          "aws_region" -> {}
      case "aws_route53_zone" -> lookup(data);
      case "aws_route53_delegation_set" ->
          policy.allow(
              "DelegationSet", route53("delegationset/*"), "route53:GetReusableDelegationSet");
      case "aws_lb", "aws_alb", "aws_elb" ->
          policy.allow(
              "LoadBalancerLookup",
              ANY,
              "elasticloadbalancing:DescribeLoadBalancers",
              "elasticloadbalancing:DescribeLoadBalancerAttributes",
              "elasticloadbalancing:DescribeTags");
      case "aws_cloudfront_distribution" ->
          policy.allow(
              "DistributionLookup",
              arn("cloudfront", "", ANY, "distribution/" + data.text("id").orElse(ANY)),
              "cloudfront:GetDistribution",
              "cloudfront:ListTagsForResource");
      case "aws_globalaccelerator_accelerator" ->
          policy.allow(
              "AcceleratorLookup",
              ANY,
              "globalaccelerator:DescribeAcceleratorAttributes",
              "globalaccelerator:ListAccelerators",
              "globalaccelerator:ListTagsForResource");
      case "aws_api_gateway_domain_name" ->
          policy.allow(
              "ApiDomainLookup",
              arn("apigateway", regionOf(data), "", "/domainnames/*"),
              "apigateway:GET");
      case "aws_s3_bucket" ->
          policy.allow(
              "BucketLookup",
              arn("s3", "", "", data.text("bucket").orElse(ANY)),
              "s3:GetBucketLocation",
              "s3:GetBucketWebsite",
              "s3:ListBucket");
      case "aws_vpc_endpoint" ->
          policy.allow(
              "VpcEndpointLookup", ANY, "ec2:DescribePrefixLists", "ec2:DescribeVpcEndpoints");
      case "aws_sns_topic" ->
          policy.allow("TopicLookup", ANY, "sns:ListTagsForResource", "sns:ListTopics");
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The fleet's zone that exists, or its parent; older providers list zones even for an id. */
  private void lookup(StackResource data) {
    policy.allow("ZoneLookup", ANY, "route53:ListHostedZones");
    policy.allow(
        isFleetZone(data.address()) ? "Zone" : "ParentZone",
        hostedZone(data),
        "route53:GetHostedZone",
        "route53:ListTagsForResource");
    if (data.has("private_zone")) {
      policy.allow("Zone", hostedZone(data), "route53:ListResourceRecordSets");
    }
  }

  // ---- Route 53 ----

  private boolean route53(StackResource resource) {
    switch (resource.type()) {
      case "aws_route53_zone" -> zone(resource);
      case "aws_route53_record" -> record(resource);
      case "aws_route53_health_check" -> {
        policy.allow("HealthCheckCreation", ANY, "route53:CreateHealthCheck");
        policy.allow(
            "HealthChecks",
            route53("healthcheck/*"),
            "route53:ChangeTagsForResource",
            "route53:DeleteHealthCheck",
            "route53:GetHealthCheck",
            "route53:ListTagsForResource",
            "route53:UpdateHealthCheck");
      }
      case "aws_route53_cidr_collection" -> {
        policy.allow(
            "CidrCollectionCreation",
            ANY,
            "route53:CreateCidrCollection",
            "route53:ListCidrCollections");
        cidr("route53:DeleteCidrCollection");
      }
      case "aws_route53_cidr_location" ->
          cidr("route53:ChangeCidrCollection", "route53:ListCidrBlocks");
      case "aws_route53_zone_association" -> {
        policy.allow("VpcLookup", ANY, "ec2:DescribeVpcs");
        inZone(
            resource,
            "route53:AssociateVPCWithHostedZone",
            "route53:DisassociateVPCFromHostedZone",
            "route53:GetHostedZone");
      }
      case "aws_route53_vpc_association_authorization" ->
          inZone(
              resource,
              "route53:CreateVPCAssociationAuthorization",
              "route53:DeleteVPCAssociationAuthorization",
              "route53:ListVPCAssociationAuthorizations");
      case "aws_route53_key_signing_key" ->
          inZone(
              resource,
              "route53:ActivateKeySigningKey",
              "route53:CreateKeySigningKey",
              "route53:DeactivateKeySigningKey",
              "route53:DeleteKeySigningKey",
              "route53:GetDNSSEC");
      case "aws_route53_hosted_zone_dnssec" ->
          inZone(
              resource,
              "route53:DisableHostedZoneDNSSEC",
              "route53:EnableHostedZoneDNSSEC",
              "route53:GetDNSSEC");
      case "aws_route53_query_log" -> {
        inZone(resource, "route53:CreateQueryLoggingConfig");
        policy.allow(
            "QueryLog",
            route53("queryloggingconfig/*"),
            "route53:DeleteQueryLoggingConfig",
            "route53:GetQueryLoggingConfig");
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void cidr(String... actions) {
    policy.allow("CidrCollections", route53("cidrcollection/*"), actions);
  }

  private void zone(StackResource resource) {
    policy.allow("ZoneCreation", ANY, "route53:CreateHostedZone");
    String arn = route53("hostedzone/" + zoneId);
    policy.allow(
        "Zone",
        arn,
        "route53:ChangeTagsForResource",
        "route53:DeleteHostedZone",
        "route53:GetHostedZone",
        "route53:ListTagsForResource",
        "route53:UpdateHostedZoneComment");
    if (resource.has("enable_accelerated_recovery")) {
      policy.allow("Zone", arn, "route53:UpdateHostedZoneFeatures");
    }
    changes();
    if (resource.has("vpc")) {
      policy.allow("VpcLookup", ANY, "ec2:DescribeVpcs");
      policy.allow(
          "Zone",
          arn,
          "route53:AssociateVPCWithHostedZone",
          "route53:DisassociateVPCFromHostedZone",
          "route53:ListResourceRecordSets");
    }
  }

  /** Records may be changed at the zone's names only, in the parent only the delegation. */
  private void record(StackResource record) {
    String id = record.text("zone_id").orElse(ANY);
    boolean own = isFleetZone(referenced(id));
    String name = normalized(zone);
    String names =
        (own ? "ForAllValues:StringLike " : "ForAllValues:StringEquals ")
            + "route53:ChangeResourceRecordSetsNormalizedRecordNames";
    policy.allow(
        own ? "Zone" : "ParentZone",
        hostedZone(id),
        "route53:GetHostedZone",
        "route53:ListResourceRecordSets");
    changes();
    if (own) {
      policy.allow(
          "Records",
          hostedZone(id),
          Map.of(names, List.of(name, "*." + name)),
          "route53:ChangeResourceRecordSets");
    } else {
      policy.allow(
          "ParentRecords",
          hostedZone(id),
          Map.of(
              names,
              List.of(name),
              "ForAllValues:StringEquals route53:ChangeResourceRecordSetsRecordTypes",
              List.of(record.text("type").orElse(ANY))),
          "route53:ChangeResourceRecordSets");
    }
  }

  private void inZone(StackResource resource, String... actions) {
    String id = resource.text("zone_id").or(() -> resource.text("hosted_zone_id")).orElse(ANY);
    policy.allow("Zone", hostedZone(id), actions);
    changes();
  }

  private void changes() {
    policy.allow("Changes", route53("change/*"), "route53:GetChange");
  }

  private boolean isFleetZone(String address) {
    return address.endsWith("aws_route53_zone.zone");
  }

  private static String referenced(String expression) {
    Matcher reference = REFERENCE.matcher(expression);
    return reference.matches() ? reference.group(1) : "";
  }

  private String hostedZone(StackResource zone) {
    return hostedZone(zone.text("zone_id").orElse(isFleetZone(zone.address()) ? zoneId : ANY));
  }

  /** The ARN of a zone by its id, or by a reference to a zone that is known by its id. */
  private String hostedZone(String id) {
    String address = referenced(id);
    Optional<String> known =
        Optional.ofNullable(byAddress.get(address)).flatMap(zone -> zone.text("zone_id"));
    String literal = known.orElse(isFleetZone(address) ? zoneId : id);
    return route53("hostedzone/" + (ZONE_ID.matcher(literal).matches() ? literal : ANY));
  }

  /** Lower case, and in octal whatever is neither letter, digit, hyphen, underscore nor dot. */
  private static String normalized(DomainName name) {
    StringBuilder out = new StringBuilder();
    String text = name.toString();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "-_.\\".indexOf(c) >= 0;
      out.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "\\%03o", (int) c));
    }
    return out.toString();
  }

  // ---- other services ----

  private boolean other(StackResource resource) {
    switch (resource.type()) {
      case "aws_kms_key" -> key(resource);
      case "aws_cloudwatch_log_group" -> logGroup(resource);
      case "aws_cloudwatch_log_resource_policy" ->
          policy.allow(
              "LogPolicies",
              ANY,
              "logs:DeleteResourcePolicy",
              "logs:DescribeResourcePolicies",
              "logs:PutResourcePolicy");
      case "aws_cloudwatch_metric_alarm" ->
          policy.allow(
              "Alarms",
              arn(
                  "cloudwatch",
                  regionOf(resource),
                  ANY,
                  "alarm:" + literal(resource.text("alarm_name"))),
              "cloudwatch:DeleteAlarms",
              "cloudwatch:DescribeAlarms",
              "cloudwatch:ListTagsForResource",
              "cloudwatch:PutMetricAlarm",
              "cloudwatch:TagResource",
              "cloudwatch:UntagResource");
      case "aws_cloudwatch_dashboard" ->
          policy.allow(
              "Dashboards",
              arn("cloudwatch", "", ANY, "dashboard/" + literal(resource.text("dashboard_name"))),
              "cloudwatch:DeleteDashboards",
              "cloudwatch:GetDashboard",
              "cloudwatch:PutDashboard");
      case "aws_sns_topic" -> topic(resource);
      case "aws_sns_topic_policy" ->
          policy.allow(
              "Topics",
              arn("sns", regionOf(resource), ANY, topicName(resource.text("arn"))),
              "sns:GetTopicAttributes",
              "sns:SetTopicAttributes");
      case "aws_sns_topic_subscription" -> {
        policy.allow(
            "TopicSubscription",
            arn("sns", regionOf(resource), ANY, topicName(resource.text("topic_arn"))),
            "sns:Subscribe");
        policy.allow(
            "Subscriptions",
            ANY,
            "sns:GetSubscriptionAttributes",
            "sns:SetSubscriptionAttributes",
            "sns:Unsubscribe");
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void key(StackResource key) {
    policy.allow(
        "KeyCreation",
        ANY,
        Map.of(
            "StringEquals kms:KeySpec",
            List.of(literal(key.text("customer_master_key_spec"))),
            "StringEquals kms:KeyUsage",
            List.of(literal(key.text("key_usage")))),
        "kms:CreateKey");
    policy.allow(
        "Keys",
        arn("kms", regionOf(key), ANY, "key/*"),
        "kms:DescribeKey",
        "kms:DisableKey",
        "kms:EnableKey",
        "kms:GetKeyPolicy",
        "kms:GetKeyRotationStatus",
        "kms:ListResourceTags",
        "kms:PutKeyPolicy",
        "kms:ScheduleKeyDeletion",
        "kms:TagResource",
        "kms:UntagResource",
        "kms:UpdateKeyDescription");
  }

  private void logGroup(StackResource group) {
    String logs = arn("logs", regionOf(group), ANY, "log-group:");
    String name = literal(group.text("name"));
    policy.allow("LogGroupLookup", logs + ANY, "logs:DescribeLogGroups");
    // Some actions name the group with a final ":*", some without.
    for (String resource : List.of(logs + name, logs + name + ":*")) {
      policy.allow(
          "LogGroups",
          resource,
          "logs:CreateLogGroup",
          "logs:DeleteLogGroup",
          "logs:DeleteRetentionPolicy",
          "logs:ListTagsForResource",
          "logs:ListTagsLogGroup",
          "logs:PutRetentionPolicy",
          "logs:TagResource",
          "logs:UntagResource");
    }
  }

  private void topic(StackResource topic) {
    policy.allow(
        "Topics",
        arn("sns", regionOf(topic), ANY, literal(topic.text("name"))),
        "sns:CreateTopic",
        "sns:DeleteTopic",
        "sns:GetTopicAttributes",
        "sns:ListTagsForResource",
        "sns:SetTopicAttributes",
        "sns:TagResource",
        "sns:UntagResource");
  }

  /** The name in a topic's ARN, or of the topic that the ARN is a reference to. */
  private String topicName(Optional<String> arn) {
    String text = arn.orElse("");
    StackResource topic = byAddress.get(referenced(text));
    return topic != null
        ? literal(topic.text("name"))
        : literal(Optional.of(text.substring(text.lastIndexOf(':') + 1)));
  }

  // ---- ARNs ----

  /** A text as it is; anything if Terraform has to evaluate it first. */
  private static String literal(Optional<String> text) {
    return text.filter(value -> !value.isEmpty() && !value.contains("${")).orElse(ANY);
  }

  /** The region of a resource's provider: an aliased one is called like its region. */
  private String regionOf(StackResource resource) {
    return resource
        .text("provider")
        .filter(provider -> provider.startsWith("aws."))
        .map(provider -> provider.substring("aws.".length()))
        .orElse(region);
  }

  private String route53(String resource) {
    return arn("route53", "", "", resource);
  }

  private String arn(String service, String in, String account, String resource) {
    return String.join(":", "arn", AwsPartitions.of(region), service, in, account, resource);
  }
}
