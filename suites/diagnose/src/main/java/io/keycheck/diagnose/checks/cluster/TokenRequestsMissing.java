package io.keycheck.diagnose.checks.cluster;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.snapshot.CsiDriver;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.ObjectRef;
import io.keycheck.reports.diagnosis.Shell;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The driver is not given the tokens that the AWS provider needs. */
public final class TokenRequestsMissing implements Check {
  private static final Pattern OLD = Pattern.compile("provider-aws:v?[012]\\.");

  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public Link.Part part() {
    return Link.Part.PROVIDER;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The CSIDriver requests no token for the audience that the AWS provider hands to AWS, "
            + "so it cannot act as the pod's account.",
        "FailedMount with \"serviceAccount.tokens not provided - ensure tokenRequests is "
            + "configured in CSIDriver\", or \"token for audience ... not found\".",
        "Add the audience to spec.tokenRequests of the CSIDriver; the driver's chart has a "
            + "value for it.",
        "secrets-store-csi-driver-provider-aws 3.0.0, server/server.go; Kubernetes, CSIDriver "
            + "spec.tokenRequests");
  }

  @Override
  public void look(View view, Findings findings) {
    if (!AwsClass.isOf(view)) {
      return;
    }
    Optional<CsiDriver> driver =
        Optional.ofNullable(view.csiDrivers().orUnknown().get(View.DRIVER));
    String audience =
        AwsClass.usesPodIdentity(view) ? "pods.eks.amazonaws.com" : "sts.amazonaws.com";
    if (driver.isEmpty() || driver.get().audiences().contains(audience) || makesItsOwn(view)) {
      return;
    }
    List<String> audiences = driver.get().audiences();
    findings.add(
        new ObjectRef("CSIDriver", "", View.DRIVER),
        audiences.isEmpty()
            ? "spec.tokenRequests is not set."
            : "spec.tokenRequests has the audiences %s.".formatted(String.join(", ", audiences)),
        "The AWS provider needs a token of the pod's account for \"%s\", and makes none itself from"
                .formatted(audience)
            + " version 3.0.0 on.",
        List.of(
            "kubectl patch csidriver %s --type json -p %s"
                .formatted(
                    Shell.quote(View.DRIVER),
                    Shell.quote(
                        audiences.isEmpty()
                            ? "[{\"op\":\"add\",\"path\":\"/spec/tokenRequests\",\"value\":[{\"audience\":\"%s\"}]}]"
                                .formatted(audience)
                            : "[{\"op\":\"add\",\"path\":\"/spec/tokenRequests/-\",\"value\":{\"audience\":\"%s\"}}]"
                                .formatted(audience))),
            "# And in the values of the driver's chart, or the next upgrade takes it away:"
                + " tokenRequests[].audience"));
  }

  /** Before 3.0.0 the provider made tokens itself. */
  private static boolean makesItsOwn(View view) {
    return view.livePods().orElse(List.of()).stream()
        .flatMap(pod -> view.partsOn(pod.node()).orElse(List.of()).stream())
        .filter(part -> view.providerOf(part).filter(Provider.AWS::equals).isPresent())
        .flatMap(part -> part.containers().stream())
        .anyMatch(container -> OLD.matcher(container.image()).find());
  }
}
