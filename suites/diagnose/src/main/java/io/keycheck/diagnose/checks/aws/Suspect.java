package io.keycheck.diagnose.checks.aws;

import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.ClassLines;
import io.keycheck.diagnose.mounts.Detail;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.NearKey;
import io.keycheck.diagnose.mounts.ObjectFields;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.snapshot.ServiceAccount;
import io.keycheck.reports.diagnosis.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can be behind a fetch that failed.
 *
 * @param seen whether something that was read speaks for it
 */
record Suspect(boolean seen, String sentence, List<String> remedy) {
  private static final String ROLE_ANNOTATION = "eks.amazonaws.com/role-arn";
  private static final Pattern ROLE_NAME =
      Pattern.compile(
          "arn:aws[a-z-]{0,20}:iam::[0-9]{12}:role/(?:\\S{1,200}/)?([\\w+=,.@-]{1,64})");

  /** Returns all that can be behind it, the likeliest first; there is always one. */
  static List<Suspect> ranked(View view, MountFailure failure) {
    AwsObject object = AwsObject.of(view, failure);
    List<Suspect> suspects = new ArrayList<>();
    said(failure).ifPresent(suspects::add);
    onTheWay(failure).ifPresent(suspects::add);
    slip(view, failure).ifPresent(suspects::add);
    region(object, failure).ifPresent(suspects::add);
    suspects.addAll(role(view, failure, object));
    List<String> paths = ObjectFields.of(failure, "path");
    if (!paths.isEmpty()) {
      suspects.add(json(object, failure));
    }
    suspects.add(way(object));
    return List.copyOf(suspects);
  }

  /** Older providers tell which path finds nothing. */
  private static Optional<Suspect> said(MountFailure failure) {
    return failure
        .text()
        .detail(Detail.KEY)
        .map(
            path ->
                new Suspect(
                    true,
                    "The JMESPath %s finds no text in the secret's JSON."
                        .formatted(OneLine.of(path)),
                    List.of(ClassLines.edit(failure))));
  }

  private static Optional<Suspect> onTheWay(MountFailure failure) {
    String words = failure.text().words().toLowerCase(Locale.ROOT);
    boolean looked = failure.text().detail(Detail.HOST).isPresent();
    return looked || !words.contains("dial tcp") && !words.contains("x509: ")
        ? Optional.empty()
        : Optional.of(
            new Suspect(
                true, "The request did not get through to AWS, as the text says.", List.of()));
  }

  private static Optional<Suspect> slip(View view, MountFailure failure) {
    for (String path : ObjectFields.of(failure, "path")) {
      String key = path.replace("\"", "");
      Optional<String> meant = NearKey.slipOf(key, view.contract());
      if (meant.isPresent()) {
        return Optional.of(
            new Suspect(
                true,
                "The JMESPath '\"%s\"' is all but the key \"%s\", so the secret most likely has no"
                        .formatted(key, meant.get())
                    + " such key.",
                List.of(
                    "# In the class: path: '\"%s\"'".formatted(meant.get()),
                    ClassLines.edit(failure))));
      }
    }
    return Optional.empty();
  }

  private static Optional<Suspect> region(AwsObject object, MountFailure failure) {
    String host = OneLine.of(failure.text().named(Detail.HOST));
    if (!host.isEmpty()) {
      String odd = object.region().isEmpty() ? "" : Regions.oddity(object.region()).orElse("");
      return Optional.of(
          new Suspect(
              true,
              "The host \"%s\" has no address%s.".formatted(host, odd.isEmpty() ? "" : ": " + odd),
              List.of(
                  ClassLines.show(failure, "region"),
                  ClassLines.set(failure, "region", "<region of the secret>"))));
    }
    return Optional.of(object.region())
        .filter(region -> !region.isEmpty())
        .flatMap(Regions::oddity)
        .map(
            odd ->
                new Suspect(
                    true,
                    "There is no endpoint to ask: %s.".formatted(odd),
                    List.of(ClassLines.set(failure, "region", "<region of the secret>"))));
  }

  private static List<Suspect> role(View view, MountFailure failure, AwsObject object) {
    String namespace = failure.pod().meta().namespace();
    String account = failure.pod().account();
    String subject = OneLine.of("system:serviceaccount:%s:%s".formatted(namespace, account));
    String arn =
        view.account()
            .orElse(Optional.empty())
            .map(ServiceAccount::meta)
            .filter(meta -> meta.name().equals(account))
            .map(meta -> OneLine.of(meta.annotations().getOrDefault(ROLE_ANNOTATION, "")))
            .orElse("");
    var named = ROLE_NAME.matcher(arn);
    String role = Shell.quote(named.matches() ? named.group(1) : "<role>");
    String which = arn.isEmpty() ? "The IAM role" : "The IAM role " + arn;
    String right =
        object.parameter()
            ? "ssm:GetParameters"
            : "secretsmanager:GetSecretValue and secretsmanager:DescribeSecret";
    return List.of(
        new Suspect(
            false,
            "%s has no policy that allows %s on \"%s\", or kms:Decrypt on its key."
                .formatted(which, right, object.name()),
            List.of(
                "aws iam list-role-policies --role-name " + role,
                "aws iam list-attached-role-policies --role-name " + role,
                object.describe())),
        new Suspect(
            false,
            "%s does not trust %s, or the account has no OIDC provider for this cluster."
                .formatted(which, subject),
            List.of(
                "aws iam get-role --role-name "
                    + role
                    + " --query Role.AssumeRolePolicyDocument")));
  }

  private static Suspect json(AwsObject object, MountFailure failure) {
    return new Suspect(
        false,
        ("A JMESPath of the class names a key that \"%s\" lacks, or one whose value is a number or"
                + " true or false without quotes, or the value is no JSON at all.")
            .formatted(object.name()),
        List.of(
            "# This shows the names of the keys alone:",
            (object.parameter()
                    ? "aws ssm get-parameter --with-decryption --query Parameter.Value --name "
                    : "aws secretsmanager get-secret-value --query SecretString --secret-id ")
                + Shell.quote(object.name())
                + object.inRegion()
                + " --output text | jq 'map_values(type)'",
            ClassLines.edit(failure)));
  }

  private static Suspect way(AwsObject object) {
    String region = object.region().isEmpty() ? "<region>" : object.region();
    String service = object.parameter() ? "ssm" : "secretsmanager";
    return new Suspect(
        false,
        "There is no way from the node to %s or to sts: an egress policy, a proxy, or a missing VPC"
                .formatted(service)
            + " endpoint.",
        List.of(
            "# On the node: curl -sS -o /dev/null "
                + Shell.quote("https://%s.%s.amazonaws.com".formatted(service, region))));
  }
}
