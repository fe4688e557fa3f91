package io.keycheck.diagnose;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycheck.reports.diagnosis.EnvironmentDiagnosis;
import io.keycheck.reports.diagnosis.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** A fault beside each recorded one: both are named, and nothing else. */
class TwoFaultsTest {
  private static final String ACCOUNT = "privatecloud.mendix.com/environment-account";
  private static final String CLASS = "privatecloud.mendix.com/environment-class";

  private static Map<String, Consumer<Altered>> faults() {
    Map<String, Consumer<Altered>> faults = new LinkedHashMap<>();
    faults.put(
        "account-not-annotated",
        a ->
            a.each(
                "ServiceAccount", o -> Altered.at(o, "metadata", "annotations").remove(ACCOUNT)));
    faults.put(
        "class-not-annotated",
        a ->
            a.each(
                "SecretProviderClass",
                o -> Altered.at(o, "metadata", "annotations").remove(CLASS)));
    faults.put(
        "override-not-allowed",
        a ->
            a.each(
                "MendixApp",
                o -> Altered.at(o, "spec").remove("allowOverrideSecretsWithSecretStoreCSIDriver")));
    faults.put(
        "storage-plan-used",
        a -> a.each("MendixApp", o -> Altered.at(o, "spec", "database").put("servicePlan", "pg")));
    faults.put("rotation-disabled", a -> a.parts("Pod", TwoFaultsTest::withoutRotation));
    faults.put(
        "volume-subpath",
        a -> {
          a.each("Pod", o -> mounts(Altered.at(o, "spec")));
          a.each("Deployment", o -> mounts(Altered.at(o, "spec", "template", "spec")));
        });
    faults.put(
        "key-unknown",
        a -> {
          a.each(
              "SecretProviderClass",
              o -> {
                ObjectNode parameters = Altered.at(o, "spec", "parameters");
                String objects = parameters.path("objects").asText();
                parameters.put(
                    "objects",
                    objects
                        .replace("objectName: \"mx-admin-password\"", "objectName: \"mxadmin\"")
                        .replace("objectAlias: \"mx-admin-password\"", "objectAlias: \"mxadmin\""));
              });
          // It was mounted like that.
          a.each(
              "SecretProviderClassPodStatus",
              o -> {
                for (var object : o.path("status").path("objects")) {
                  if (object.path("id").asText().equals("mx-admin-password")) {
                    ((ObjectNode) object).put("id", "mxadmin");
                  }
                }
              });
        });
    return faults;
  }

  private static void mounts(ObjectNode spec) {
    for (var container : spec.path("containers")) {
      container.path("volumeMounts").forEach(m -> ((ObjectNode) m).put("subPath", "x"));
    }
  }

  private static void withoutRotation(ObjectNode pod) {
    for (var container : pod.path("spec").path("containers")) {
      ArrayNode words = (ArrayNode) container.path("command");
      for (int i = words.size() - 1; i >= 0; i--) {
        if (words.get(i).asText().contains("rotation")) {
          words.remove(i);
        }
      }
    }
  }

  /** Where the second fault has nothing to be at, or is the first one's own. */
  private static boolean isImpossible(Recordings.Label label, String fault) {
    return switch (fault) {
      case "account-not-annotated" ->
          label.name().startsWith("account-") || label.name().equals("aws-account-not-annotated");
      case "class-not-annotated" -> label.name().startsWith("class-");
      case "rotation-disabled" ->
          label.name().equals("cluster-driver-absent")
              || label.name().equals("cluster-driver-off-node");
      case "volume-subpath" -> label.name().startsWith("volume-");
      case "key-unknown" ->
          label.name().startsWith("class-")
              || label.name().startsWith("object")
              || label.must().contains("key-unknown")
              || label.name().equals("optional-keys-unmapped");
      default -> false;
    };
  }

  @Test
  void bothAreNamedAndNothingElse() {
    SoftAssertions all = new SoftAssertions();
    faults()
        .forEach(
            (fault, inject) ->
                Recordings.labels().stream()
                    .filter(label -> !isImpossible(label, fault))
                    .forEach(label -> expect(all, label, fault, inject)));
    all.assertAll();
  }

  private static void expect(
      SoftAssertions all, Recordings.Label label, String fault, Consumer<Altered> inject) {
    Altered altered = Altered.of(label.name());
    inject.accept(altered);
    EnvironmentDiagnosis diagnosis = altered.diagnosis();
    List<String> must = new ArrayList<>(label.must());
    must.add(fault);
    List<String> expected = new ArrayList<>(must);
    expected.addAll(label.may());
    all.assertThat(diagnosis.findings())
        .extracting(Finding::check)
        .as(label + " with " + fault)
        .containsAll(must);
    all.assertThat(Altered.alarms(diagnosis)).as(label + " with " + fault).isSubsetOf(expected);
  }
}
