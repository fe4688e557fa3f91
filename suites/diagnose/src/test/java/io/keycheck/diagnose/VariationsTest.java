package io.keycheck.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.keycheck.reports.diagnosis.DiagnosisVerdict;
import io.keycheck.reports.diagnosis.EnvironmentDiagnosis;
import io.keycheck.reports.diagnosis.Finding;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.UnknownCheck;
import org.junit.jupiter.api.Test;

/** Environments that nobody recorded: two faults, two environments, other names, less to see. */
class VariationsTest {
  private static final String ACCOUNT = "privatecloud.mendix.com/environment-account";

  @Test
  void twoFaultsAreBothNamed() {
    assertThat(
            Altered.of("account-not-annotated")
                .each(
                    "MendixApp",
                    app ->
                        Altered.at(app, "spec")
                            .remove("allowOverrideSecretsWithSecretStoreCSIDriver"))
                .alarms())
        .containsExactly("account-not-annotated", "override-not-allowed");
    assertThat(
            Altered.of("vault-port-closed")
                .each(
                    "ServiceAccount",
                    account -> Altered.at(account, "metadata", "annotations").remove(ACCOUNT))
                .alarms())
        .containsExactly("account-not-annotated", "vault-unreachable");
    assertThat(
            Altered.of("cluster-no-vault-provider")
                .parts("Pod", VariationsTest::withoutRotation)
                .alarms())
        .containsExactly("provider-not-on-node", "rotation-disabled");
  }

  private static void withoutRotation(ObjectNode pod) {
    pod.path("spec")
        .path("containers")
        .forEach(
            container -> {
              ArrayNode words = (ArrayNode) container.path("command");
              for (int i = 0; i < words.size(); i++) {
                if (words.get(i).asText().startsWith("--enable-secret-rotation")) {
                  words.remove(i);
                }
              }
            });
  }

  @Test
  void environmentsOfOneNamespaceAreToldApart() {
    Altered both =
        Altered.of("healthy-vault", "shop", "till")
            .and(Altered.of("secret-key-typo", "shop", "stock"));

    assertThat(both.diagnoses()).hasSize(2);
    assertThat(both.diagnosis("till").verdict()).isEqualTo(DiagnosisVerdict.HEALTHY);
    assertThat(Altered.alarms(both.diagnosis("stock"))).containsExactly("vault-key-not-found");

    Altered accounts =
        Altered.of("healthy-vault", "shop", "till")
            .and(Altered.of("account-other-name", "shop", "stock"));
    assertThat(accounts.diagnosis("till").findings()).isEmpty();
    assertThat(Altered.alarms(accounts.diagnosis("stock")))
        .containsExactly("account-name-mismatch");
  }

  @Test
  void namesOfDaemonSetsAndLabelsDoNotMatter() {
    Altered renamed =
        Altered.of("healthy-aws")
            .renamed("csi-secrets-store-provider-aws", "sm-bridge")
            .renamed("vault-csi-provider-wtkgg", "hv-x")
            .parts("Pod", pod -> Altered.at(pod, "metadata").remove("labels"));
    assertThat(renamed.alarms()).isEmpty();

    Altered misleading =
        Altered.of("cluster-no-vault-provider")
            .renamed("csi-secrets-store-provider-aws-4h5vc", "vault-1");
    assertThat(misleading.alarms()).containsExactly("provider-not-on-node");
  }

  @Test
  void podsWithoutTheLabelAreRecognisedByAccountAndClass() {
    Altered unlabelled = Altered.of("healthy-vault").without("Deployment", "ReplicaSet");
    unlabelled.each("Pod", pod -> Altered.at(pod, "metadata").remove("labels"));

    assertThat(unlabelled.diagnosis().verdict()).isEqualTo(DiagnosisVerdict.HEALTHY);
    assertThat(unlabelled.diagnosis().chain())
        .allMatch(link -> link.state() == Link.State.HOLDS)
        .extracting(Link::label)
        .contains("env8145ae-master-58b974676b-gmdkk");
  }

  @Test
  void anAppThatIsDownForNoReasonThatShowsIsNoHealthyOne() {
    EnvironmentDiagnosis silent = Altered.of("vault-port-closed").without("Event").diagnosis();

    assertThat(silent.findings()).isEmpty();
    assertThat(silent.verdict()).isEqualTo(DiagnosisVerdict.UNKNOWN);
    assertThat(silent.unknown()).extracting(UnknownCheck::check).contains("mount-failed");
  }

  @Test
  void aRotationShowsWithoutManagedFieldsToo() {
    Altered rotated = Altered.of("rotated-not-restarted");
    rotated.each("SecretProviderClassPodStatus", VariationsTest::forgetWriters);
    assertThat(rotated.alarms()).containsExactly("restart-pending");

    Altered healthy = Altered.of("healthy-vault");
    healthy.each("SecretProviderClassPodStatus", VariationsTest::forgetWriters);
    assertThat(healthy.alarms()).isEmpty();

    Altered restarted = Altered.of("rotated-not-restarted");
    restarted.each("SecretProviderClassPodStatus", VariationsTest::forgetWriters);
    restarted.each(
        "Pod", pod -> Altered.at(pod, "status", "containerStatuses").put("restartCount", 1));
    assertThat(restarted.alarms()).as("it restarted, maybe since").isEmpty();

    Altered since = Altered.of("rotated-not-restarted");
    since.each(
        "Pod",
        pod ->
            Altered.at(pod, "status", "containerStatuses", "state", "running")
                .put("startedAt", "2026-11-23T23:00:00Z"));
    assertThat(since.alarms()).as("it restarted since").isEmpty();
  }

  @Test
  void aLabelThatIsSetAfterTheRestartIsNoRotation() {
    assertThat(labelled(",\"fieldsV1\":{\"f:metadata\":{\"f:labels\":{\"f:team\":{}}}}").alarms())
        .isEmpty();
    assertThat(labelled(",\"fieldsV1\":{\"f:status\":{\"f:objects\":{}}}").alarms())
        .containsExactly("restart-pending");
    assertThat(labelled("").alarms())
        .as("what was written is not shown")
        .containsExactly("restart-pending");
  }

  /** A status that somebody wrote to after the pod was restarted for a rotation. */
  private static Altered labelled(String fields) {
    Altered restarted = Altered.of("rotated-not-restarted");
    restarted.each(
        "Pod",
        pod ->
            Altered.at(pod, "status", "containerStatuses", "state", "running")
                .put("startedAt", "2026-11-23T23:00:00Z"));
    restarted.each(
        "SecretProviderClassPodStatus",
        status ->
            ((ArrayNode) status.path("metadata").path("managedFields"))
                .addRawValue(
                    new RawValue(
                        "{\"manager\":\"kubectl-label\",\"time\":\"2026-11-24T00:00:00Z\"%s}"
                            .formatted(fields))));
    return restarted;
  }

  private static void forgetWriters(ObjectNode object) {
    Altered.at(object, "metadata").remove("managedFields");
  }

  @Test
  void aSocketThatRefusesBesideAReadyProviderIsAStaleOne() {
    Altered refused = Altered.of("vault-port-closed");
    refused.each(
        "Event",
        event ->
            event.put(
                "message",
                event
                    .path("message")
                    .asText()
                    .replaceAll(
                        "(?s), err: .*",
                        ", err: connection error: desc = \"transport: Error while dialing: dial unix"
                            + " /etc/kubernetes/secrets-store-csi-providers/vault.sock: connect:"
                            + " connection refused\"")));

    assertThat(refused.alarms()).containsExactly("provider-not-on-node");
    Finding stale = refused.diagnosis().findings().get(0);
    assertThat(stale.saw()).contains("does not answer", "is ready").doesNotContain("finds no");
    assertThat(stale.why()).contains("stale", "crashed");
    assertThat(stale.remedy()).anyMatch(line -> line.contains("--previous"));

    Finding unseen = refused.withNamespaceRightsAlone().diagnosis().findings().get(0);
    assertThat(unseen.check()).isEqualTo("provider-not-on-node");
    assertThat(unseen.saw()).contains("does not answer").doesNotContain("No pod");
  }

  @Test
  void manifestsAloneAreJudgedWithoutACluster() {
    Altered manifests = Altered.of("healthy-vault").withNamespaceRightsAlone();
    manifests.without("Pod", "Event", "ReplicaSet", "SecretProviderClassPodStatus");

    assertThat(manifests.diagnosis().findings()).isEmpty();
    assertThat(manifests.diagnosis().verdict()).isEqualTo(DiagnosisVerdict.HEALTHY);
    assertThat(manifests.diagnosis().unknown()).isNotEmpty();

    Altered planned = Altered.of("storage-plan-used").withNamespaceRightsAlone();
    planned.without("Pod", "Event", "ReplicaSet", "SecretProviderClassPodStatus");
    assertThat(planned.alarms()).containsExactly("storage-plan-used");

    Altered alone =
        Altered.of("provider-typo")
            .without(o -> !o.path("kind").asText().equals("SecretProviderClass"));
    assertThat(alone.alarms()).containsExactly("provider-unknown");
  }

  @Test
  void rightsInTheNamespaceAloneAreEnoughWhereItSaysWhy() {
    assertThat(Altered.of("vault-port-closed").withNamespaceRightsAlone().alarms())
        .containsExactly("vault-unreachable");
    assertThat(Altered.of("cluster-driver-off-node").withNamespaceRightsAlone().alarms())
        .containsExactly("driver-not-on-node");
    assertThat(Altered.of("cluster-driver-absent").withNamespaceRightsAlone().alarms())
        .containsExactly("driver-not-installed");
    assertThat(Altered.of("cluster-no-token-requests").withNamespaceRightsAlone().alarms())
        .containsExactly("token-requests-missing");

    EnvironmentDiagnosis healthy =
        Altered.of("healthy-vault").withNamespaceRightsAlone().diagnosis();
    assertThat(healthy.verdict()).isEqualTo(DiagnosisVerdict.HEALTHY);
    assertThat(healthy.unknown()).extracting(UnknownCheck::check).contains("rotation-disabled");

    EnvironmentDiagnosis silent =
        Altered.of("cluster-no-vault-provider").withNamespaceRightsAlone().diagnosis();
    assertThat(silent.verdict()).isEqualTo(DiagnosisVerdict.UNKNOWN);
    assertThat(silent.unknown()).extracting(UnknownCheck::check).contains("provider-not-on-node");
  }

  @Test
  void whatIsMendedSinceIsNotSaid() {
    Altered mended = Altered.of("healthy-vault", "shop", "till");
    mended.and(
        """
        {"apiVersion":"v1","kind":"Event","metadata":{"name":"old","namespace":"shop"},"type":"Warning",
         "reason":"FailedMount","message":"MountVolume.SetUp failed for volume \\"secrets-store\\" : Readonly is not true in request",
         "involvedObject":{"kind":"Pod","name":"till-master-58b974676b-gmdkk","uid":"406fb570-8d68-4c53-938e-bf2002056192"}}
        """);

    assertThat(mended.diagnosis().findings()).isEmpty();
  }

  @Test
  void whoeverUsesNoStoreIsToldJustThat() {
    Altered plain =
        Altered.of("volume-absent")
            .without("SecretProviderClass")
            .without(
                o ->
                    o.path("kind").asText().equals("ServiceAccount")
                        && !o.path("metadata").path("name").asText().equals("default"));
    plain.each(
        "MendixApp",
        app -> Altered.at(app, "spec").remove("allowOverrideSecretsWithSecretStoreCSIDriver"));

    EnvironmentDiagnosis diagnosis = plain.diagnosis();
    assertThat(diagnosis.verdict()).isEqualTo(DiagnosisVerdict.NOT_USED);
    assertThat(diagnosis.findings()).extracting(Finding::check).containsExactly("store-not-used");
    assertThat(diagnosis.chain()).isEmpty();
  }

  @Test
  void whatFollowsIsFoldedUnderItsCause() {
    Finding absent = Altered.of("cluster-driver-absent").diagnosis().findings().get(0);
    assertThat(absent.check()).isEqualTo("driver-not-installed");
    assertThat(absent.consequences()).anyMatch(c -> c.saw().contains("no CSIDriver object"));

    Finding other = Altered.of("account-other-name").diagnosis().findings().get(0);
    assertThat(other.check()).isEqualTo("account-name-mismatch");
    assertThat(other.consequences())
        .anyMatch(c -> c.saw().contains("service account name not authorized"));
  }

  @Test
  void theChainShowsTheBrokenLinkAndWhatIsNotReached() {
    assertThat(Altered.of("cluster-no-vault-provider").diagnosis().chain())
        .extracting(Link::state)
        .containsExactly(
            Link.State.HOLDS,
            Link.State.HOLDS,
            Link.State.HOLDS,
            Link.State.HOLDS,
            Link.State.BROKEN,
            Link.State.UNKNOWN);
    assertThat(Altered.of("account-not-annotated").diagnosis().chain())
        .as("it has mounted, so what lies behind has held")
        .extracting(Link::state)
        .containsExactly(
            Link.State.HOLDS,
            Link.State.BROKEN,
            Link.State.HOLDS,
            Link.State.HOLDS,
            Link.State.HOLDS,
            Link.State.HOLDS);
  }

  @Test
  void aClassIsOfTheEnvironmentWhoseNameItIsMostLike() {
    Altered both =
        Altered.of("class-other-name", "shop", "till-test")
            .and(Altered.of("healthy-vault", "shop", "till"));

    assertThat(Altered.alarms(both.diagnosis("till-test"))).containsExactly("class-name-mismatch");
    assertThat(both.diagnosis("till").findings()).isEmpty();
  }

  @Test
  void eventsThatAreCountedAsOneAreReadLikeOthers() {
    Altered combined = Altered.of("role-missing");
    combined.each(
        "Event",
        event ->
            event.put(
                "message", "(combined from similar events): " + event.path("message").asText()));

    assertThat(combined.alarms()).containsExactly("vault-role-unknown");
  }

  @Test
  void whyNoPodIsMadeIsReadWhenTheEventsAreGone() {
    assertThat(Altered.of("account-missing").without("Event").alarms())
        .containsExactly("account-missing");
  }

  @Test
  void aQuotaThatLetsNoPodBeMadeIsNotAboutSecrets() {
    Altered full = Altered.of("account-missing");
    full.renamed("error looking up service account", "exceeded quota: small, not ");
    full.renamed("serviceaccount \\\"envd6aba7\\\" not found", "limited");
    EnvironmentDiagnosis diagnosis = full.diagnosis();

    assertThat(diagnosis.findings())
        .extracting(Finding::check)
        .containsExactly("not-about-secrets");
  }

  @Test
  void aDeploymentThatIsDownForNoReasonThatShowsIsNoHealthyOne() {
    Altered silent = Altered.of("vault-port-closed").withNamespaceRightsAlone();
    silent.without("Pod", "Event", "ReplicaSet", "SecretProviderClassPodStatus");

    assertThat(silent.diagnosis().verdict()).isEqualTo(DiagnosisVerdict.UNKNOWN);
  }

  @Test
  void workersThatNobodyWantsDoNotMeanThatTheAppIsStopped() {
    Altered down = Altered.of("vault-port-closed").without("Event");
    down.without(o -> o.path("kind").asText().equals("Pod") && !Altered.isOfParts(o));
    down.and(
        """
        {"apiVersion":"apps/v1","kind":"Deployment",
         "metadata":{"name":"env46f898-worker","namespace":"mx-vault-port-closed",
          "labels":{"privatecloud.mendix.com/app":"env46f898"}},
         "spec":{"replicas":0,"template":{"spec":{"serviceAccountName":"env46f898","volumes":[
          {"name":"store","csi":{"driver":"secrets-store.csi.k8s.io","readOnly":true,
           "volumeAttributes":{"secretProviderClass":"env46f898"}}}]}}}}
        """);

    assertThat(down.diagnosis().verdict()).isEqualTo(DiagnosisVerdict.UNKNOWN);
  }

  @Test
  void aSecretThatIsNotRefreshedIsSaidLikeFilesThatAreNot() {
    Altered old = Altered.of("healthy-vault");
    old.and(
        """
        {"apiVersion":"v1","kind":"Event","metadata":{"name":"r","namespace":"mx-healthy-vault"},
         "type":"Warning","reason":"SecretRotationFailed","message":"failed to rotate",
         "involvedObject":{"kind":"Pod","name":"env8145ae-master-58b974676b-gmdkk",
          "uid":"406fb570-8d68-4c53-938e-bf2002056192"}}
        """);

    assertThat(old.alarms()).containsExactly("refresh-failing");
  }

  @Test
  void whatFollowsIsSaidOnce() {
    Altered left = Altered.of("role-missing").renamed("env5bbff8-role", "<{env-role}>");
    Finding placeholder = left.diagnosis().findings().get(0);

    assertThat(placeholder.check()).isEqualTo("placeholder-left");
    assertThat(placeholder.consequences()).hasSize(1);
  }

  @Test
  void aMisspeltDriverHidesNothingElseOfTheVolume() {
    Altered misspelt = Altered.of("volume-driver-typo");
    misspelt.each("Pod", pod -> csi(pod).remove("readOnly"));
    assertThat(misspelt.alarms()).containsExactly("volume-driver-unknown", "volume-not-read-only");

    Altered alone = Altered.of("volume-driver-typo");
    alone.without(o -> o.path("metadata").path("name").asText().startsWith("vault-csi-provider-"));
    assertThat(alone.alarms()).containsExactly("provider-not-on-node", "volume-driver-unknown");
  }

  private static ObjectNode csi(ObjectNode pod) {
    for (JsonNode volume : pod.path("spec").path("volumes")) {
      if (volume.has("csi")) {
        return (ObjectNode) volume.path("csi");
      }
    }
    throw new AssertionError("no csi volume");
  }

  @Test
  void anAccountThatIsThereIsNotToBeMade() {
    Altered other = Altered.of("healthy-vault");
    other.each("Pod", pod -> Altered.at(pod, "spec").put("serviceAccountName", "default"));
    Finding mismatch = other.diagnosis().findings().get(0);

    assertThat(mismatch.check()).isEqualTo("account-name-mismatch");
    assertThat(mismatch.remedy()).noneMatch(line -> line.contains("create serviceaccount"));
  }

  @Test
  void aDriverThatTheNodeDoesNotKnowIsNotOnIt() {
    Altered unregistered = Altered.of("vault-port-closed").without("Event");
    unregistered.each("CSINode", node -> Altered.at(node, "spec").putArray("drivers"));
    Finding finding = unregistered.diagnosis().findings().get(0);

    assertThat(finding.check()).isEqualTo("driver-not-on-node");
    assertThat(finding.saw()).contains("is ready").contains("CSINode");
  }

  @Test
  void aVolumeThatNamesAnotherClassIsToldTheRightOne() {
    Altered another = Altered.of("role-missing");
    another.each(
        "Pod",
        pod -> Altered.at(csi(pod), "volumeAttributes").put("secretProviderClass", "elsewhere"));
    another.each(
        "Event",
        event ->
            event.put(
                "message",
                "MountVolume.SetUp failed for volume \"secrets-store\" : rpc error: code = Unknown"
                    + " desc = failed to get secretproviderclass mx-role-missing/elsewhere, error:"
                    + " SecretProviderClass.secrets-store.csi.x-k8s.io \"elsewhere\" not found"));
    Finding failed = another.diagnosis().findings().get(0);

    assertThat(failed.check()).isEqualTo("mount-failed");
    assertThat(failed.remedy().get(0)).contains("elsewhere").contains("env5bbff8");
  }
}
