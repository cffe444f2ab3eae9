package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.providers.aws.data_aws_iam_policy_document.DataAwsIamPolicyDocumentStatement;
import com.hashicorp.cdktf.providers.aws.data_aws_iam_policy_document.DataAwsIamPolicyDocumentStatementCondition;
import com.hashicorp.cdktf.providers.aws.data_aws_iam_policy_document.DataAwsIamPolicyDocumentStatementPrincipals;
import java.util.List;

/** Statements of {@code aws_iam_policy_document}. */
final class PolicyDocuments {
  private PolicyDocuments() {}

  /** A statement that allows actions. */
  static DataAwsIamPolicyDocumentStatement allow(
      String sid,
      String principalType,
      String principal,
      List<String> actions,
      String resource,
      List<DataAwsIamPolicyDocumentStatementCondition> conditions) {
    DataAwsIamPolicyDocumentStatement.Builder statement =
        DataAwsIamPolicyDocumentStatement.builder()
            .sid(sid)
            .effect("Allow")
            .principals(
                List.of(
                    DataAwsIamPolicyDocumentStatementPrincipals.builder()
                        .type(principalType)
                        .identifiers(List.of(principal))
                        .build()))
            .actions(actions)
            .resources(List.of(resource));
    if (!conditions.isEmpty()) {
      statement.condition(conditions);
    }
    return statement.build();
  }

  static DataAwsIamPolicyDocumentStatementCondition condition(
      String test, String variable, String value) {
    return DataAwsIamPolicyDocumentStatementCondition.builder()
        .test(test)
        .variable(variable)
        .values(List.of(value))
        .build();
  }

  /** That a service acts for this account's hosted zone and no other: no confused deputy. */
  static List<DataAwsIamPolicyDocumentStatementCondition> onlyFor(
      ZoneHandle zone, Account account) {
    return List.of(
        condition("StringEquals", "aws:SourceAccount", account.id()),
        condition("ArnEquals", "aws:SourceArn", zone.arn()));
  }
}
