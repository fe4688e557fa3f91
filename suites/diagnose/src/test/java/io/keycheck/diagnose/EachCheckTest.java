package io.keycheck.diagnose;

import static io.keycheck.diagnose.Altered.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycheck.reports.diagnosis.Finding;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One thing broken in a healthy environment is named by its check; what only looks like it is not.
 */
class EachCheckTest {
  private static final String LABEL = "topology.kubernetes.io/region";
  private static final String ARN = "eks.amazonaws.com/role-arn";
  private static final String ACCOUNT = "privatecloud.mendix.com/environment-account";
  private static final String POD = "env8145ae-master-58b974676b-gmdkk";
  private static final String UID = "406fb570-8d68-4c53-938e-bf2002056192";

  static Stream<Arguments> broken() {
    return Stream.of(
        broken("driver-not-installed", vault().without("CSIDriver")),
        broken("driver-not-on-node", vault().parts("Pod", pod -> notReady(pod, "csi-secrets"))),
        broken("driver-not-on-node", vault().without(o -> isPart(o, "csi-secrets-store-cqdbt"))),
        broken("provider-not-on-node", vault().parts("Pod", pod -> notReady(pod, "vault-csi"))),
        broken(
            "provider-not-on-node",
            aws().without(o -> isPart(o, "csi-secrets-store-provider-aws-4h5vc"))),
        broken(
            "provider-unknown",
            pending().each("SecretProviderClass", c -> at(c, "spec").put("provider", "hashicorp"))),
        broken(
            "provider-unknown",
            pending().each("SecretProviderClass", c -> at(c, "spec").put("provider", "Vault"))),
        broken(
            "rotation-disabled",
            vault()
                .parts(
                    "Pod", pod -> words(pod, w -> w.replace("rotation=true", "rotation=false")))),
        broken(
            "token-requests-missing",
            aws().each("CSIDriver", d -> at(d, "spec").remove("tokenRequests"))),
        broken(
            "token-requests-missing",
            aws()
                .each(
                    "SecretProviderClass",
                    c -> at(c, "spec", "parameters").put("usePodIdentity", "true"))),
        broken(
            "region-unknown", aws().each("Node", n -> at(n, "metadata", "labels").remove(LABEL))),
        broken(
            "sync-not-permitted",
            synced()
                .and(
                    event(
                        "FailedToCreateSecret",
                        "failed to create secret, err: timed out waiting for the condition"))),
        broken("sync-not-permitted", synced().and(role()).and(bound("Group", "system:masters"))),
        broken("account-missing", vault().without(EachCheckTest::isOwnAccount)),
        broken(
            "account-not-annotated",
            vault()
                .each(
                    "ServiceAccount", a -> at(a, "metadata", "annotations").put(ACCOUNT, "True"))),
        broken(
            "account-name-mismatch",
            vault().each("Pod", p -> at(p, "spec").put("serviceAccountName", "default"))),
        broken(
            "role-arn-missing",
            aws().each("ServiceAccount", a -> at(a, "metadata", "annotations").remove(ARN))),
        broken(
            "role-arn-malformed",
            aws()
                .each(
                    "ServiceAccount",
                    a -> at(a, "metadata", "annotations").put(ARN, "arn:aws:iam:0:role/x"))),
        broken(
            "volume-missing",
            stopped().each("Deployment", d -> at(d, "spec", "template", "spec").remove("volumes"))),
        broken(
            "volume-not-read-only",
            stopped()
                .each(
                    "Deployment",
                    d ->
                        at(d, "spec", "template", "spec", "volumes", "csi")
                            .put("readOnly", "true"))),
        broken(
            "volume-class-not-set",
            stopped()
                .each(
                    "Deployment",
                    d ->
                        at(d, "spec", "template", "spec", "volumes", "csi")
                            .remove("volumeAttributes"))),
        broken(
            "volume-driver-unknown",
            stopped()
                .each(
                    "Deployment",
                    d ->
                        at(d, "spec", "template", "spec", "volumes", "csi")
                            .put("driver", "secrets-store.csi.k8s.oi"))),
        broken(
            "volume-subpath",
            vault()
                .each(
                    "Pod",
                    p ->
                        at(p, "spec", "containers", "volumeMounts")
                            .put("subPath", "database-type"))),
        broken(
            "override-not-allowed",
            vault()
                .each(
                    "MendixApp",
                    a ->
                        at(a, "spec").put("allowOverrideSecretsWithSecretStoreCSIDriver", "true"))),
        broken(
            "storage-plan-used",
            vault().each("MendixApp", a -> at(a, "spec", "storage").put("servicePlan", "minio"))),
        broken(
            "restart-pending",
            vault().each("SecretProviderClassPodStatus", EachCheckTest::rotated)),
        broken(
            "refresh-failing",
            vault().and(event("MountRotationFailed", "failed to get objects: permission denied"))),
        broken("delivery-incomplete", vault().without("SecretProviderClassPodStatus")),
        broken(
            "delivery-incomplete",
            vault()
                .each(
                    "SecretProviderClassPodStatus",
                    s -> ((ArrayNode) s.path("status").path("objects")).remove(3))),
        broken("not-about-secrets", vault().each("Pod", EachCheckTest::crashed)),
        broken("not-about-secrets", pending().each("Pod", EachCheckTest::unscheduled)));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatIsBrokenIsNamedAndNothingElse(String check, Altered altered) {
    assertThat(found(altered)).containsExactly(check);
  }

  @Test
  void aClassOfAnotherNameThatThePodMountsIsToldWhereItsOwnIsThere() {
    String check = "volume-class-other";
    assertThat(told(mountingAnother().and(another()))).contains(check);
    assertThat(told(vault().and(another()))).as("its own is mounted").doesNotContain(check);
    assertThat(told(mountingAnother())).as("the other is not there").doesNotContain(check);
    assertThat(told(mountingAnother().without("SecretProviderClass").and(another())))
        .as("its own is not there")
        .doesNotContain(check);
  }

  private static Altered mountingAnother() {
    return vault()
        .each(
            "Pod",
            p ->
                at(p, "spec", "volumes", "csi", "volumeAttributes")
                    .put("secretProviderClass", "another"))
        .each(
            "SecretProviderClassPodStatus",
            s -> at(s, "status").put("secretProviderClassName", "another"));
  }

  private static Altered another() {
    return vault().each("SecretProviderClass", c -> at(c, "metadata").put("name", "another"));
  }

  private static Set<String> told(Altered altered) {
    return altered.diagnosis().findings().stream()
        .map(Finding::check)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Stream<Arguments> sound() {
    return Stream.of(
        arguments("as it is", vault()),
        arguments("as it is", aws()),
        arguments(
            "rotation is set by one hyphen",
            vault()
                .parts(
                    "Pod",
                    pod ->
                        words(
                            pod,
                            w ->
                                w.replace(
                                    "--enable-secret-rotation=true", "-enable-secret-rotation")))),
        arguments(
            "the class names the region",
            aws()
                .each("Node", n -> at(n, "metadata", "labels").remove(LABEL))
                .each(
                    "SecretProviderClass",
                    c -> at(c, "spec", "parameters").put("region", "us-east-1"))),
        arguments(
            "old providers make tokens themselves",
            aws()
                .each("CSIDriver", d -> at(d, "spec").remove("tokenRequests"))
                .parts(
                    "Pod",
                    p ->
                        at(p, "spec", "containers")
                            .put("image", "aws/secrets-store-csi-driver-provider-aws:2.1.0"))),
        arguments(
            "a provider of another name answers",
            vault().each("SecretProviderClass", c -> at(c, "spec").put("provider", "bespoke"))),
        arguments(
            "pod identity needs no role",
            aws()
                .each("ServiceAccount", a -> at(a, "metadata", "annotations").remove(ARN))
                .each(
                    "SecretProviderClass",
                    c -> at(c, "spec", "parameters").put("usePodIdentity", "true"))
                .each(
                    "CSIDriver",
                    d -> at(d, "spec", "tokenRequests").put("audience", "pods.eks.amazonaws.com"))),
        arguments(
            "roles of other partitions",
            aws()
                .each(
                    "ServiceAccount",
                    a ->
                        at(a, "metadata", "annotations")
                            .put(ARN, "arn:aws-us-gov:iam::123456789012:role/a/b"))),
        arguments("secrets are synced", synced()),
        arguments(
            "secrets are synced, by right of all accounts of a namespace",
            synced().and(role()).and(bound("Group", "system:serviceaccounts:kube-system"))),
        arguments(
            "secrets are synced again, and the event of the time before is still there",
            synced()
                .and(role())
                .and(bound("Group", "system:serviceaccounts:kube-system"))
                .and(
                    event(
                        "FailedToCreateSecret",
                        "failed to create secret, err: timed out waiting for the condition"))),
        arguments(
            "another node lacks the driver",
            vault()
                .and(
                    "{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"other\"}}")),
        arguments(
            "another volume has a subPath",
            vault()
                .each(
                    "Pod",
                    p ->
                        at(p, "spec", "containers", "volumeMounts")
                            .put("name", "data")
                            .put("subPath", "x"))),
        arguments("it was stopped", stopped()),
        arguments(
            "plans that are empty",
            vault().each("MendixApp", a -> at(a, "spec", "database").putNull("servicePlan"))),
        arguments(
            "an event of a pod that is gone",
            vault()
                .and(
                    event(
                            "FailedMount",
                            "MountVolume.SetUp failed for volume \"secrets-store\" : Readonly is"
                                + " not true in request")
                        .replace(UID, "gone"))));
  }

  @ParameterizedTest
  @MethodSource("sound")
  void whatOnlyLooksBrokenIsNotNamed(String why, Altered altered) {
    assertThat(found(altered)).as(why).isEmpty();
  }

  private static Arguments broken(String check, Altered altered) {
    return arguments(check, altered);
  }

  private static Set<String> found(Altered altered) {
    return altered.diagnosis().findings().stream()
        .filter(f -> f.level() != FindingLevel.INFO || f.check().equals("not-about-secrets"))
        .map(Finding::check)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Altered vault() {
    return Altered.of("healthy-vault");
  }

  private static Altered aws() {
    return Altered.of("healthy-aws");
  }

  /** Its pod waits, without an event. */
  private static Altered pending() {
    return Altered.of("vault-port-closed").without("Event");
  }

  private static Altered stopped() {
    return vault()
        .without(
            o ->
                !Altered.isOfParts(o)
                    && List.of("Pod", "Event", "SecretProviderClassPodStatus")
                        .contains(o.path("kind").asText()))
        .each("MendixApp", a -> at(a, "spec").put("replicas", 0))
        .each("Deployment", d -> at(d, "spec").put("replicas", 0));
  }

  private static Altered synced() {
    return vault()
        .each(
            "SecretProviderClass",
            c -> {
              ObjectNode secret = at(c, "spec").putArray("secretObjects").addObject();
              secret.put("secretName", "s").put("type", "Opaque");
              secret
                  .putArray("data")
                  .addObject()
                  .put("objectName", "database-type")
                  .put("key", "k");
            });
  }

  private static String role() {
    return """
    {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"sync"},
     "rules":[{"apiGroups":[""],"resources":["secrets"],"verbs":["create"]}]}\
    """;
  }

  private static String bound(String kind, String name) {
    return """
    {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRoleBinding",
     "metadata":{"name":"sync"},"roleRef":{"name":"sync"},
     "subjects":[{"kind":"%s","name":"%s"}]}\
    """
        .formatted(kind, name);
  }

  private static String event(String reason, String message) {
    return "{\"apiVersion\":\"v1\",\"kind\":\"Event\",\"metadata\":{\"name\":\"e\",\"namespace\":\"mx-healthy-vault\"},\"type\":\"Warning\",\"reason\":\"%s\",\"message\":\"%s\",\"involvedObject\":{\"kind\":\"Pod\",\"name\":\"%s\",\"uid\":\"%s\"}}"
        .formatted(reason, message.replace("\"", "\\\""), POD, UID);
  }

  private static boolean isPart(ObjectNode object, String name) {
    return object.path("metadata").path("name").asText().equals(name);
  }

  private static boolean isOwnAccount(ObjectNode object) {
    return object.path("kind").asText().equals("ServiceAccount") && isPart(object, "env8145ae");
  }

  private static void notReady(ObjectNode pod, String name) {
    if (pod.path("metadata").path("name").asText().startsWith(name)) {
      at(pod, "status")
          .putArray("conditions")
          .addObject()
          .put("type", "Ready")
          .put("status", "False");
    }
  }

  private static void words(ObjectNode pod, UnaryOperator<String> change) {
    pod.path("spec")
        .path("containers")
        .forEach(
            container -> {
              ArrayNode words = (ArrayNode) container.path("command");
              for (int i = 0; i < words.size(); i++) {
                words.set(i, change.apply(words.get(i).asText()));
              }
            });
  }

  private static void rotated(ObjectNode status) {
    at(status, "metadata").put("generation", 2);
    at(status, "metadata", "managedFields").put("time", "2026-11-24T00:00:00Z");
  }

  private static void crashed(ObjectNode pod) {
    notReady(pod, "");
    ObjectNode status = at(pod, "status", "containerStatuses");
    status.put("ready", false).put("restartCount", 7);
    status.putObject("state").putObject("waiting").put("reason", "CrashLoopBackOff");
    status
        .putObject("lastState")
        .putObject("terminated")
        .put("reason", "OOMKilled")
        .put("exitCode", 137);
  }

  private static void unscheduled(ObjectNode pod) {
    at(pod, "spec").remove("nodeName");
    at(pod, "status").remove("containerStatuses");
    at(pod, "status")
        .putArray("conditions")
        .addObject()
        .put("type", "PodScheduled")
        .put("status", "False")
        .put("reason", "Unschedulable")
        .put("message", "0/1 nodes are available: insufficient memory");
  }
}
