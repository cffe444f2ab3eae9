package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.TerraformProvider;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.data_aws_iam_policy_document.DataAwsIamPolicyDocument;
import com.hashicorp.cdktf.providers.aws.data_aws_iam_policy_document.DataAwsIamPolicyDocumentConfig;
import com.hashicorp.cdktf.providers.aws.kms_key.KmsKey;
import com.hashicorp.cdktf.providers.aws.kms_key.KmsKeyConfig;
import com.hashicorp.cdktf.providers.aws.route53_hosted_zone_dnssec.Route53HostedZoneDnssec;
import com.hashicorp.cdktf.providers.aws.route53_hosted_zone_dnssec.Route53HostedZoneDnssecConfig;
import com.hashicorp.cdktf.providers.aws.route53_key_signing_key.Route53KeySigningKey;
import com.hashicorp.cdktf.providers.aws.route53_key_signing_key.Route53KeySigningKeyConfig;
import io.github.fleetdns.fleet.Fleet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/**
 * DNSSEC signing of a zone, as Route 53 demands it: a KMS key, a key-signing key made of it, and
 * signing, each after the other. Terraform destroys them the other way round.
 *
 * @param signing the resource that signs the zone
 * @param dsRecord the DS record that the parent zone must have
 */
record DnssecResources(Route53HostedZoneDnssec signing, String dsRecord) {
  /** The only region whose KMS keys and log groups Route 53 uses. */
  private static final String SERVICE = "dnssec-route53.amazonaws.com";

  static DnssecResources create(
      Construct scope,
      Fleet fleet,
      Map<String, String> tags,
      ZoneHandle zone,
      Account account,
      RegionalProviders providers) {
    KmsKeyConfig.Builder key =
        KmsKeyConfig.builder()
            .description("DNSSEC key-signing key of the zone " + fleet.zone().name())
            .customerMasterKeySpec("ECC_NIST_P256")
            .keyUsage("SIGN_VERIFY")
            .policy(policy(scope, zone, account));
    if (!tags.isEmpty()) {
      key.tags(TerraformText.literals(tags));
    }
    Optional<TerraformProvider> provider = providers.in(RegionalProviders.ROUTE53);
    provider.ifPresent(key::provider);
    if (fleet.zone().isProtected()) {
      key.lifecycle(TerraformResourceLifecycle.builder().preventDestroy(true).build());
    }
    Route53KeySigningKey signingKey =
        new Route53KeySigningKey(
            scope,
            "zone-key-signing-key",
            Route53KeySigningKeyConfig.builder()
                .name("ksk_" + fleet.name().replace('-', '_'))
                .hostedZoneId(zone.zoneId())
                .keyManagementServiceArn(new KmsKey(scope, "zone-key", key.build()).getArn())
                .status("ACTIVE")
                .build());
    Route53HostedZoneDnssec signing =
        new Route53HostedZoneDnssec(
            scope,
            "zone-dnssec",
            Route53HostedZoneDnssecConfig.builder()
                .hostedZoneId(zone.zoneId())
                .dependsOn(List.of(signingKey))
                .build());
    return new DnssecResources(signing, signingKey.getDsRecord());
  }

  /** Route 53 may sign with the key; the account governs it with IAM policies. */
  private static String policy(Construct scope, ZoneHandle zone, Account account) {
    return new DataAwsIamPolicyDocument(
            scope,
            "zone-key-policy",
            DataAwsIamPolicyDocumentConfig.builder()
                .statement(
                    List.of(
                        PolicyDocuments.allow(
                            "AccountGovernsKey",
                            "AWS",
                            account.rootArn(),
                            List.of("kms:*"),
                            "*",
                            List.of()),
                        PolicyDocuments.allow(
                            "Route53Signs",
                            "Service",
                            SERVICE,
                            List.of("kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"),
                            "*",
                            PolicyDocuments.onlyFor(zone, account)),
                        PolicyDocuments.allow(
                            "Route53CreatesGrant",
                            "Service",
                            SERVICE,
                            List.of("kms:CreateGrant"),
                            "*",
                            List.of(
                                PolicyDocuments.condition(
                                    "Bool", "kms:GrantIsForAWSResource", "true")))))
                .build())
        .getJson();
  }
}
