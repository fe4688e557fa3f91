package io.keycheck.diagnose.checks.aws;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.View;
import java.util.Optional;
import java.util.Set;

/** What the class of an environment says, where it is one of the AWS provider. */
public final class AwsClass {
  /** As Go reads booleans. */
  private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");

  private AwsClass() {}

  /** Returns whether it is one. */
  public static boolean isOf(View view) {
    return view.provider().orUnknown().filter(Provider.AWS::equals).isPresent();
  }

  /** Returns a parameter of it that is not blank. */
  public static Optional<String> parameter(View view, String name) {
    return view.theClass()
        .orUnknown()
        .map(found -> found.resource().parameters().getOrDefault(name, ""))
        .filter(value -> !value.isBlank());
  }

  /** Returns whether pods get their role by EKS Pod Identity, and not by their account. */
  public static boolean usesPodIdentity(View view) {
    return parameter(view, "usePodIdentity").filter(TRUE::contains).isPresent();
  }
}
