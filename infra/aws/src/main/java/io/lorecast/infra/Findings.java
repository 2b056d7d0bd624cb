package io.lorecast.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.Stack;

/** Findings of cdk-nag that are accepted, each with its reason and no wider than it must be. */
final class Findings {

  private Findings() {}

  /** Returns that {@code rule} is accepted; of a rule about policies, what of them. */
  static NagPackSuppression because(String rule, String reason, Object... what) {
    NagPackSuppression.Builder accepted = NagPackSuppression.builder().id(rule).reason(reason);
    return what.length == 0 ? accepted.build() : accepted.appliesTo(List.of(what)).build();
  }

  /** Accepts findings in {@code stack}. */
  static void accept(Stack stack, NagPackSuppression... accepted) {
    NagSuppressions.addStackSuppressions(stack, List.of(accepted));
  }

  /** Accepts what granting the use of a key comes to in {@code stack}. */
  static void acceptGrants(Stack stack) {
    accept(
        stack,
        because(
            "AwsSolutions-IAM5",
            "The actions of one key that encrypting takes; the key is named.",
            "Action::kms:GenerateDataKey*",
            "Action::kms:ReEncrypt*"));
  }
}
