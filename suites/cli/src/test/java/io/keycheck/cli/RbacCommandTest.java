package io.keycheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed can be applied. */
class RbacCommandTest {
  @Test
  void theRoleIsForOneNamespaceUnlessMoreIsAskedFor() {
    CommandLineRun run = CommandLineRun.of("rbac", "-n", "shop", "--group", "on-call");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("kind: Role\n", "namespace: shop", "{kind: Group,", "name: on-call}")
        .doesNotContain("ClusterRole", "secrets,", "${");
  }

  @Test
  void furtherRightsFollowAsFurtherDocuments() {
    CommandLineRun run =
        CommandLineRun.of(
            "rbac", "-n", "shop", "--cluster", "--driver-namespace", "csi", "--logs", "csi");
    assertThat(run.out().split("---\n", -1)).hasSize(8);
    assertThat(run.out()).contains("resources: [csidrivers, csinodes]", "resources: [pods/log]");
  }

  @Test
  void theRightsOfCertifyArePrintedForAnAccount() {
    CommandLineRun run = CommandLineRun.of("rbac", "--certify", "--account", "ops/kc");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("name: keycheck-certify\n", "verbs: [bind]", "namespace: ops, name: kc}")
        .doesNotContain("${");
    assertThat(CommandLineRun.of("rbac", "--certify", "--existing-vault").out())
        .contains("name: keycheck-certify\n", "name: keycheck-certify}")
        .doesNotContain("verbs: [bind]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--certify -n shop",
        "--existing-vault",
        "-n Shop",
        "-n a/b",
        "--account a/b/c",
        "--account Bad",
        "--user a --group b",
        "--driver-namespace csi"
      })
  void badUsageIsRefused(String options) {
    String[] arguments = ("rbac " + options).split(" ", -1);
    CommandLineRun run = CommandLineRun.of(arguments);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }
}
