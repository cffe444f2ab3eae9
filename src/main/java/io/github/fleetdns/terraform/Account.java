package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.providers.aws.data_aws_caller_identity.DataAwsCallerIdentity;
import com.hashicorp.cdktf.providers.aws.data_aws_partition.DataAwsPartition;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** The AWS account that a stack is deployed to, looked up if anything asks for it. */
final class Account {
  private final Construct scope;
  private @Nullable String id;

  Account(Construct scope) {
    this.scope = scope;
  }

  /** The ARN that stands for the whole account in policies, in whichever partition it is. */
  String rootArn() {
    return "arn:"
        + new DataAwsPartition(scope, "partition").getPartition()
        + ":iam::"
        + id()
        + ":root";
  }

  /** The account's id, a reference that Terraform resolves. */
  String id() {
    String known = id;
    if (known == null) {
      known = new DataAwsCallerIdentity(scope, "account").getAccountId();
      id = known;
    }
    return known;
  }
}
