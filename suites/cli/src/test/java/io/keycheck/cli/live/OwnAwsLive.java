package io.keycheck.cli.live;

import static io.keycheck.lab.wait.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.Config;
import io.keycheck.lab.Lab;
import io.keycheck.lab.store.Aws;
import io.keycheck.lab.store.AwsStore;
import io.keycheck.reports.secrecy.SecretText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * An AWS of somebody's that serves a cluster of somebody's: what is written there is below a
 * prefix. Its place is taken by the LocalStack of a kept cluster; it is not tried on AWS itself.
 */
@Tag("live")
@Execution(ExecutionMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OwnAwsLive {
  private static final String NAMESPACES = "own-aws-live";
  private static final Pattern RUN = Pattern.compile(", run ([a-z0-9]+);");
  private static final String THEIRS = "teams/live/kc-999999-theirs";

  @TempDir Path temporary;
  private Lab lab;
  private Aws aws;
  private Path kubeconfig;
  private Path credentials;

  @BeforeAll
  void takeCluster(@TempDir Path folder) throws Exception {
    lab = KeptCluster.lab("aws");
    aws = lab.aws().aws();
    Config admin = lab.cluster().config();
    kubeconfig =
        Kubeconfig.ofCertificate(
            folder.resolve("kubeconfig"), "live", lab.cluster().apiServerFromBeside(), admin);
    credentials =
        Files.writeString(
            folder.resolve("credentials"),
            "[live]\naws_access_key_id = test\naws_secret_access_key = test\n");
  }

  @AfterAll
  void leaveCluster() {
    if (lab != null) {
      lab.close();
    }
  }

  @Test
  void onlyWhatIsBelowThePrefixIsWrittenToAndRemovedAgain() throws Exception {
    Keycheck.Ended planned = certify(keycheck(), "--plan", "--output=json");
    assertThat(planned.exitCode()).as(planned.toString()).isZero();
    JsonNode plan = new ObjectMapper().readTree(planned.out());
    assertThat(plan.path("skipped").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("region-of-the-class-wins/aws", "token-requests-are-needed/aws");
    assertThat(plan.path("setUp").toString()).contains("teams/live/keycheck-");

    Keycheck.Ended ended = certify(keycheck(), "--i-may-write-to=live");
    assertThat(ended.exitCode())
        .as("a core case did not run, the others passed: " + ended)
        .isEqualTo(3);
    assertThat(ended.out())
        .as(ended.toString())
        .contains("driver-not-ours", "aws-not-ours")
        .containsPattern("all +3 +0 +2 +0 +");
    assertThat(below()).as("what is left below the prefix").isEmpty();
    assertThat(Files.readString(temporary.resolve("report/run-report.json")))
        .contains("not at AWS")
        .doesNotContain("aws_secret_access_key");
  }

  @Test
  void whatAKilledRunLeftIsRemovedByCleanAndNothingElse() throws Exception {
    Keycheck.Ended killed =
        certify(
            keycheck()
                .killedAt(
                    line -> line.contains("the cluster is ready") && hasWritten(), Duration.ZERO),
            "--i-may-write-to=live");
    assertThat(killed.exitCode()).as(killed.toString()).isEqualTo(137);
    Matcher run = RUN.matcher(killed.err());
    assertThat(run.find()).as("the run's id in: " + killed.err()).isTrue();
    assertThat(below())
        .as("what the killed run left")
        .anyMatch(name -> name.contains(run.group(1)));
    aws.createSecret(AwsStore.REGION, THEIRS, SecretText.of("{}"));
    try {
      Keycheck.Ended cleaned = run(keycheck(), "clean", "--i-may-write-to=live");
      assertThat(cleaned.exitCode()).as(cleaned.toString()).isZero();
      assertThat(cleaned.out())
          .contains(
              "Namespace " + NAMESPACES + "-" + run.group(1),
              "AWS role teams-live-" + NAMESPACES + "-" + run.group(1),
              "AWS secret teams/live/" + NAMESPACES + "-" + run.group(1));
      assertThat(below()).containsExactly(THEIRS);
    } finally {
      aws.deleteSecret(AwsStore.REGION, THEIRS);
    }
  }

  @Test
  void allThatIsLackingIsSaidBeforeAnythingIsMade() throws Exception {
    List<String> before = below();
    Keycheck.Ended refused =
        run(
            keycheck(),
            "certify",
            "--suite=aws",
            "--cluster=adopted",
            "--plan",
            "--namespace-prefix=" + NAMESPACES,
            "--aws-region=eu-central-1",
            "--aws-oidc-provider=arn:aws:iam::000000000000:oidc-provider/example.com");
    assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(2);
    assertThat(refused.err())
        .contains("No run is possible", "region of its node (eu-west-1)", "is for https://example");
    assertThat(below()).isEqualTo(before);
  }

  /** Waits until the run has made a role and a secret: it is to leave both. */
  private boolean hasWritten() {
    eventually("the run has made a role and a secret", this::below)
        .within(Duration.ofSeconds(30))
        .until(
            names ->
                Stream.of("teams/live/", "teams-live-")
                    .allMatch(
                        prefix -> names.stream().anyMatch(n -> n.startsWith(prefix + NAMESPACES))));
    return true;
  }

  /** Names of secrets and roles that begin with the prefix. */
  private List<String> below() {
    return Stream.concat(
            aws.secrets(AwsStore.REGION, "teams/live").stream(), aws.roles("teams-live").stream())
        .toList();
  }

  private Keycheck keycheck() {
    return new Keycheck()
        .with("KUBECONFIG", kubeconfig.toString())
        .with("AWS_SHARED_CREDENTIALS_FILE", credentials.toString());
  }

  private Keycheck.Ended certify(Keycheck keycheck, String... options) throws Exception {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--suite=aws",
                "--cluster=adopted",
                "--namespace-prefix=" + NAMESPACES,
                "--aws-region=" + AwsStore.REGION,
                "--report=" + temporary.resolve("report"),
                "--case=mount-is-in-memory",
                "--case=policy-for-another-secret-is-refused",
                "--case=sample-as-written-lacks-a-trust-policy",
                "--case=region-of-the-class-wins",
                "--case=token-requests-are-needed"));
    all.addAll(List.of(options));
    return run(keycheck, "certify", all.toArray(String[]::new));
  }

  private Keycheck.Ended run(Keycheck keycheck, String command, String... options)
      throws Exception {
    List<String> all =
        new ArrayList<>(
            List.of(
                command,
                "--context=live",
                "--aws-profile=live",
                "--aws-prefix=teams/live",
                "--aws-endpoint=" + aws.address().orElseThrow()));
    all.addAll(List.of(options));
    if (command.equals("clean")) {
      all.add("--aws-region=" + AwsStore.REGION);
    }
    return keycheck.run(all.toArray(String[]::new));
  }
}
