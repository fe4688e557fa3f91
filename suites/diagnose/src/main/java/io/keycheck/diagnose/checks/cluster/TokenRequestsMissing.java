package io.keycheck.diagnose.checks.cluster;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.checks.aws.AwsClass;
import io.keycheck.diagnose.mounts.Cause;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.MountFailures;
import io.keycheck.diagnose.snapshot.CsiDriver;
import io.keycheck.diagnose.snapshot.Read;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.ObjectRef;
import io.keycheck.reports.diagnosis.Shell;
import java.util.List;
import java.util.Map;
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
    Read<Map<String, CsiDriver>> drivers = view.csiDrivers();
    String audience =
        AwsClass.usesPodIdentity(view) ? "pods.eks.amazonaws.com" : "sts.amazonaws.com";
    Optional<MountFailure> said =
        MountFailures.of(view).orElse(List.of()).stream()
            .filter(failure -> failure.text().cause() == Cause.TOKENS_NOT_PROVIDED)
            .findFirst();
    if (!drivers.isKnown() && said.isPresent()) {
      tell(said.get().text().quoted(), List.of(), audience, findings);
      return;
    }
    Optional<CsiDriver> driver = Optional.ofNullable(drivers.orUnknown().get(View.DRIVER));
    if (driver.isPresent()
        && !driver.get().audiences().contains(audience)
        && (said.isPresent() || !makesItsOwn(view))) {
      List<String> audiences = driver.get().audiences();
      String saw =
          audiences.isEmpty()
              ? "spec.tokenRequests is not set."
              : "spec.tokenRequests has the audiences %s.".formatted(String.join(", ", audiences));
      tell(saw, audiences, audience, findings);
    }
  }

  private static void tell(String saw, List<String> audiences, String audience, Findings findings) {
    findings.add(
        new ObjectRef("CSIDriver", "", View.DRIVER),
        saw,
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
