package io.keycheck.diagnose.checks.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycheck.contract.Contract;
import io.keycheck.diagnose.ClassInForce.Found;
import io.keycheck.diagnose.Diagnose;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.Selection;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.read.ReadFailed;
import io.keycheck.diagnose.read.SnapshotReader;
import io.keycheck.diagnose.snapshot.NotReadable;
import io.keycheck.diagnose.snapshot.Snapshot;
import io.keycheck.diagnose.snapshot.SnapshotBuilder;
import io.keycheck.reports.diagnosis.Finding;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTheClassTest {
  private static final String ENV = Lint.ENVIRONMENT;

  @Test
  void anAbsentClassIsMissing() {
    Finding finding = Lint.of(app(ENV)).one();
    assertThat(finding.check()).isEqualTo("class-missing");
    assertThat(finding.object().name()).isEqualTo(ENV);
  }

  @Test
  void whereClassesCannotBeReadNothingIsSaidToBeMissing() {
    View view = new View(new SnapshotBuilder().build(), "shop", ENV, Contract.ofDocument());
    for (var check : Lint.ALL) {
      assertThatThrownBy(() -> check.look(view, new Findings(check)))
          .as(check.id())
          .isInstanceOf(NotReadable.class)
          .hasMessageContaining("secretproviderclasses");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ENV + "-secrets", "shop-" + ENV, "env6371ce", "shop-secrets"})
  void anAnnotatedClassOfAnotherNameIsMeant(String name) {
    Finding finding = Lint.of(app(ENV), Sample.vault().named(name)).one();
    assertThat(finding.check()).isEqualTo("class-name-mismatch");
    assertThat(finding.object().name()).isEqualTo(name);
    assertThat(finding.saw()).contains(ENV, name);
    assertThat(String.join("\n", finding.remedy())).contains("s/^  name: .*/  name: " + ENV);
  }

  @Test
  void theClassThatThePodMountsIsMeantMoreThanOthers() {
    Lint lint =
        Lint.of(
            app(ENV),
            pod(ENV, "zebra"),
            Sample.vault().named("zebra"),
            Sample.vault().named(ENV + "-secrets"));
    assertThat(lint.one().object().name()).isEqualTo("zebra");
    assertThat(lint.view().theClass().orUnknown().orElseThrow().found()).isEqualTo(Found.BY_VOLUME);
  }

  @Test
  void anotherEnvironmentsClassIsNotMeant() {
    assertThat(Lint.of(app(ENV), app("other"), Sample.vault().named("other")).found())
        .containsExactly("class-missing");
    assertThat(Lint.of(pod("other", "other"), Sample.vault().named("other")).found())
        .containsExactly("class-missing");
    assertThat(Lint.of(app("other"), Sample.vault().named("other-secrets")).found())
        .containsExactly("class-missing");
    assertThat(Lint.of(pod("other", "zebra"), Sample.vault().named("zebra")).found())
        .containsExactly("class-missing");
  }

  @Test
  void aClassThatIsNotAnnotatedIsMeantOnlyByItsName() {
    Sample bare = Sample.vault().annotated("");
    assertThat(Lint.of(bare.named("zebra")).found()).containsExactly("class-missing");
    assertThat(Lint.of(bare.named(ENV + "-secrets")).found())
        .containsExactly("class-name-mismatch", "class-not-annotated");
  }

  @Test
  void amongSeveralStrayClassesNoneIsJudged() {
    Sample broken = Sample.vault().list("{");
    Lint lint = Lint.of(broken.named("zebra"), broken.named("yak"));
    assertThat(lint.found()).containsExactly("class-name-mismatch");
    assertThat(lint.one().saw()).contains("yak", "zebra");
  }

  @Test
  void theMisnamedClassIsJudgedToo() {
    assertThat(Lint.of(Sample.vault().without("roleName").named(ENV + "-x")).found())
        .containsExactly("class-name-mismatch", "role-name-missing");
  }

  @Test
  void aClassOfNearlyTheNameIsJudgedWhereOthersCouldNotBeSeen() throws ReadFailed {
    String broken = Sample.vault().without("roleName").named("env6371ce");
    assertThat(foundIn(app(ENV), broken)).containsExactly("role-name-missing");
    assertThat(foundIn(app(ENV), app("env6371ce"), broken, Sample.vault().named(ENV)))
        .as("it is another environment's")
        .isEmpty();
    assertThat(foundIn(app(ENV), Sample.vault().without("roleName").named("zebra")))
        .as("nothing but its annotation speaks for it")
        .isEmpty();
  }

  /** Returns what is found for the environment in a file of manifests, as somebody keeps them. */
  private static List<String> foundIn(String... manifests) throws ReadFailed {
    byte[] file = String.join("---\n", manifests).getBytes(StandardCharsets.UTF_8);
    Snapshot snapshot =
        SnapshotReader.read(List.of("-"), new ByteArrayInputStream(file), Lint.NAMESPACE);
    return Diagnose.of(snapshot, Selection.all())
        .environments()
        .filter(each -> each.environment().equals(ENV))
        .flatMap(each -> each.findings().stream())
        .filter(finding -> finding.level() != FindingLevel.INFO)
        .map(Finding::check)
        .toList();
  }

  @Test
  void theRemedyDeletesNoClassThatPodsStillMount() {
    Finding mounted = Lint.of(app(ENV), pod(ENV, "zebra"), Sample.vault().named("zebra")).one();
    assertThat(mounted.remedy())
        .anyMatch(line -> line.startsWith("# after the pods were made anew"));
    Finding near = Lint.of(app(ENV), Sample.vault().named(ENV + "-x")).one();
    assertThat(near.remedy()).noneMatch(line -> line.contains("made anew"));
  }

  @Test
  void aClassInAnotherNamespaceIsFoundThere() {
    Finding finding = Lint.of(app(ENV), Sample.vault().named(ENV, "elsewhere", "")).one();
    assertThat(finding.check()).isEqualTo("class-in-other-namespace");
    assertThat(finding.object().namespace()).isEqualTo("elsewhere");
    assertThat(finding.remedy().get(0)).contains("-n elsewhere", "namespace: shop");
  }

  @Test
  void aNamespaceWithAnEnvironmentOfThatNameKeepsItsClass() {
    assertThat(
            Lint.of(
                    Sample.vault().named(ENV, "elsewhere", ""),
                    app(ENV).replace("metadata: {", "metadata: {namespace: elsewhere, "))
                .found())
        .containsExactly("class-missing");
  }

  @Test
  void hostileNamesReachNoShell() {
    Lint lint =
        Lint.of(Sample.vault().named("zebra")).environment("x/e; touch /tmp/owned; '$(id)'");
    assertThat(lint.one().remedy().get(0)).startsWith("#");
  }

  @ParameterizedTest
  @ValueSource(strings = {"True", "yes", "", " true", "true "})
  void theAnnotationIsExactlyTrue(String value) {
    String annotation = "    privatecloud.mendix.com/environment-class: \"" + value + "\"\n";
    Finding finding = Sample.vault().annotated(annotation).lint().one();
    assertThat(finding.check()).isEqualTo("class-not-annotated");
    assertThat(finding.saw()).contains("\"" + value + "\"");
    assertThat(finding.remedy())
        .containsExactly(
            "kubectl -n shop annotate --overwrite secretproviderclass env6731ce"
                + " privatecloud.mendix.com/environment-class=true");
  }

  @Test
  void theAccountsAnnotationDoesNotCountOnAClass() {
    assertThat(
            Sample.vault()
                .annotated("    privatecloud.mendix.com/environment-account: \"true\"\n")
                .lint()
                .one()
                .saw())
        .contains("absent", "belongs to ServiceAccounts");
  }

  @Test
  void aDeprecatedVersionIsSaidWhereverItShows() {
    String manifest = Sample.vault().named(ENV);
    String old = "secrets-store.csi.x-k8s.io/v1alpha1";
    String applied =
        Sample.vault()
            .annotated(
                "    privatecloud.mendix.com/environment-class: \"true\"\n"
                    + "    kubectl.kubernetes.io/last-applied-configuration: '{\"apiVersion\":\""
                    + old
                    + "\"}'\n")
            .named(ENV);
    String managed =
        manifest.replace(
            "metadata:\n",
            "metadata:\n  managedFields: [{manager: kubectl, apiVersion: " + old + "}]\n");
    for (String each :
        new String[] {manifest.replace("secrets-store.csi.x-k8s.io/v1", old), applied, managed}) {
      assertThat(Lint.of(each).found()).containsExactly("class-deprecated-version (info)");
    }
  }

  static String app(String name) {
    return """
        apiVersion: privatecloud.mendix.com/v1alpha1
        kind: MendixApp
        metadata: {name: %s}
        spec: {allowOverrideSecretsWithSecretStoreCSIDriver: true}
        """
        .formatted(name);
  }

  static String pod(String app, String className) {
    return """
        apiVersion: v1
        kind: Pod
        metadata:
          name: %s-master-0
          labels: {privatecloud.mendix.com/app: %s, privatecloud.mendix.com/component: mendix-app}
        spec:
          volumes:
          - name: secrets
            csi:
              driver: secrets-store.csi.k8s.io
              readOnly: true
              volumeAttributes: {secretProviderClass: %s}
        """
        .formatted(app, app, className);
  }
}
