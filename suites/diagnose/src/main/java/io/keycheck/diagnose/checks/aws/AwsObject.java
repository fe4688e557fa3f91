package io.keycheck.diagnose.checks.aws;

import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.Detail;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.reports.diagnosis.Shell;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The secret or parameter that a mount asked AWS for.
 *
 * @param name its name or ARN, or a placeholder
 * @param region where it is looked for, or empty where only the provider knows
 * @param parameter whether it is a parameter of Systems Manager
 */
record AwsObject(String name, String region, boolean parameter) {
  private static final String REGION_LABEL = "topology.kubernetes.io/region";

  static AwsObject of(View view, MountFailure failure) {
    String words = failure.text().words().toLowerCase(Locale.ROOT);
    return new AwsObject(
        failure.text().detail(Detail.SECRET).map(OneLine::of).orElse("<name>"),
        region(view, failure),
        words.contains("parameters: ") || words.contains("fetch parameter"));
  }

  /** Returns what it is, in a word. */
  String kind() {
    return parameter ? "parameter" : "secret";
  }

  /** Returns the line that shows the object without its value. */
  String describe() {
    return parameter
        ? "aws ssm describe-parameters --parameter-filters "
            + Shell.quote("Key=Name,Values=" + name)
            + inRegion()
        : "aws secretsmanager describe-secret --secret-id " + Shell.quote(name) + inRegion();
  }

  /** Returns the line that shows which names there are. */
  String list() {
    return parameter
        ? "aws ssm describe-parameters --query 'Parameters[].Name'" + inRegion()
        : "aws secretsmanager list-secrets --query 'SecretList[].Name'" + inRegion();
  }

  /** Returns the option that names the region. */
  String inRegion() {
    return " --region " + Shell.quote(region.isEmpty() ? "<region>" : region);
  }

  /** As the provider does: by the class, its own environment, and the node; the text knows best. */
  private static String region(View view, MountFailure failure) {
    String said = failure.text().named(Detail.REGION);
    if (!said.isEmpty()) {
      return said;
    }
    return Stream.of(failure.parameter("region"), ofProvider(view), ofNode(view, failure))
        .filter(region -> !region.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String ofProvider(View view) {
    return view.snapshot().driverAndProviderPods().orElse(List.of()).stream()
        .flatMap(pod -> pod.containers().stream())
        .map(container -> OneLine.of(container.variables().getOrDefault("AWS_REGION", "")))
        .filter(region -> !region.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String ofNode(View view, MountFailure failure) {
    return view.snapshot().all(Kind.NODE).orElse(List.of()).stream()
        .filter(node -> node.meta().name().equals(failure.pod().node()))
        .map(node -> OneLine.of(node.meta().labels().getOrDefault(REGION_LABEL, "")))
        .findFirst()
        .orElse("");
  }
}
