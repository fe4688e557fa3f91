package io.keycheck.diagnose.checks.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.mounts.Cause;
import io.keycheck.diagnose.mounts.Scene;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.reports.diagnosis.Finding;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MountFailedTest {
  private static final String NOT_FOUND =
      "error connecting to provider \"vault\": provider not found: provider \"vault\"";

  @Test
  void aTextThatNoCheckKnowsIsQuoted() {
    Finding finding = look(Set.of(), Scene.of("vault").says("something new")).get(0);
    assertThat(finding.check()).isEqualTo("mount-failed");
    assertThat(finding.saw()).isEqualTo("\"something new\"");
    assertThat(finding.object().toString()).isEqualTo("Pod shop/till-1");
    assertThat(finding.remedy()).contains("kubectl -n shop describe pod till-1");
  }

  @Test
  void aTextThatAnotherCheckHasExplainedIsNotToldAgain() {
    assertThat(look(Set.of("provider-not-on-node"), Scene.of("vault").says(NOT_FOUND))).isEmpty();
    assertThat(look(Set.of("provider-unknown"), Scene.of("vault").says(NOT_FOUND))).isEmpty();
  }

  @Test
  void aTextWhoseCheckFoundNothingIsQuotedWithItsMeaning() {
    Finding finding = look(Set.of("key-unknown"), Scene.of("vault").says(NOT_FOUND)).get(0);
    assertThat(finding.why()).contains("no provider of that name");
    assertThat(finding.remedy()).anyMatch(line -> line.contains("provider-not-on-node"));
  }

  @Test
  void aKnownTextWithoutACheckHasItsOwnRemedy() {
    Finding finding =
        look(Set.of(), Scene.of("vault").says("grpc: received message larger than max (5 vs. 4)"))
            .get(0);
    assertThat(finding.why()).contains("4 MiB");
    assertThat(finding.remedy()).anyMatch(line -> line.contains("max-call-recv-msg-size"));
  }

  @Test
  void podsThatFailAlikeAreCounted() {
    Scene scene =
        Scene.of("vault")
            .withPod("till-2", "uid-2")
            .event("uid-1", Scene.wrapped("something new"), 1)
            .event("uid-2", Scene.wrapped("something new"), 2);
    assertThat(look(Set.of(), scene)).hasSize(1);
    assertThat(look(Set.of(), scene).get(0).saw()).endsWith("(and 1 more)");
  }

  @Test
  void nothingIsToldOfPodsThatHaveMountedOrOfOtherVolumes() {
    assertThat(look(Set.of(), Scene.of("vault").says("new").mounted("till-1", "uid-1"))).isEmpty();
    assertThat(
            look(
                Set.of(),
                Scene.of("vault")
                    .event("uid-1", "MountVolume.SetUp failed for volume \"settings\" : new", 1)))
        .isEmpty();
  }

  @Test
  void withoutTheRightToReadClassesTheTextIsStillQuoted() {
    Scene scene =
        Scene.of("vault")
            .says(Scene.answered("POST", "auth/kubernetes/login", 503, "* Vault is sealed"))
            .hiding(Kind.CLASS);
    assertThat(look(Set.of(), scene)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void everyCauseSaysWhatItMeans(Cause cause) {
    assertThat(cause.meaning()).endsWith(".").doesNotContain("\n");
    assertThat(cause.checks()).allMatch(check -> check.matches("[a-z]+(-[a-z]+)+"));
  }

  private static List<Finding> look(Set<String> found, Scene scene) {
    MountFailed check = new MountFailed(found);
    Findings findings = new Findings(check);
    check.look(scene.view(), findings);
    return findings.found();
  }
}
