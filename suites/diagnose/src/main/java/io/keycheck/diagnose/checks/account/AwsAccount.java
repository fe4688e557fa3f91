package io.keycheck.diagnose.checks.account;

import io.keycheck.diagnose.View;
import io.keycheck.diagnose.checks.aws.AwsClass;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.ServiceAccount;
import io.keycheck.reports.diagnosis.Shell;
import java.util.List;
import java.util.Optional;

/** The account whose IAM role an environment's class is read with. */
final class AwsAccount {
  static final String ANNOTATION = "eks.amazonaws.com/role-arn";

  private AwsAccount() {}

  /** Returns the account; nothing where no role is needed, or where there is no account. */
  static Optional<ServiceAccount> of(View view) {
    boolean needed = AwsClass.isOf(view) && !AwsClass.usesPodIdentity(view);
    return needed ? view.accountNamed(name(view)).orUnknown() : Optional.empty();
  }

  /** The provider goes by the account that the pod runs as, whatever its name. */
  private static String name(View view) {
    List<Pod> pods = view.judgedPods().orElse(List.of());
    return pods.stream()
        .map(Pod::account)
        .filter(account -> !account.isEmpty())
        .findFirst()
        .orElse(view.environment());
  }

  static String arn(ServiceAccount account) {
    return account.meta().annotations().getOrDefault(ANNOTATION, "").strip();
  }

  static String annotate(View view, String account) {
    return "kubectl -n %s annotate serviceaccount %s --overwrite %s=%s"
        .formatted(
            Shell.quote(view.namespace()),
            Shell.quote(account),
            ANNOTATION,
            Shell.quote("arn:aws:iam::<account>:role/<role>"));
  }
}
