package io.keycheck.cases.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Makes;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;

/**
 * Give ServiceAccount, SecretProviderClass and MendixApp one name, and the first two their
 * annotation.
 */
@Case(
    spec =
        "4 Additional considerations: \"The internal name of the environment must match an existing ServiceAccount and SecretProviderClass.\"",
    since = "0.1.0",
    failsWhen = "the ServiceAccount lacks its annotation",
    makes = Makes.SHARED_SAMPLE)
public final class ResourcesShareOneNameAndAreAnnotated implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.object(
        ServiceAccount.class,
        account ->
            account
                .getMetadata()
                .getAnnotations()
                .remove(io.keycheck.contract.Environment.ACCOUNT_ANNOTATION));
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.lookAtSample();
    String name = app.blueprint().name();
    assertThat(app.mendixApp()).as("the MendixApp " + name).isNotNull();
    assertAnnotated(app.account(), io.keycheck.contract.Environment.ACCOUNT_ANNOTATION);
    assertAnnotated(app.secretProviderClass(), io.keycheck.contract.Environment.CLASS_ANNOTATION);
    Pod pod = app.pod();
    assertThat(pod.getSpec().getServiceAccountName())
        .as("the ServiceAccount of the app's pod")
        .isEqualTo(name);
    assertThat(pod.getSpec().getVolumes())
        .as("the class of the pod's volume")
        .anySatisfy(
            volume ->
                assertThat(volume.getCsi().getVolumeAttributes())
                    .containsEntry("secretProviderClass", name));
  }

  private static void assertAnnotated(HasMetadata object, String annotation) {
    assertThat(object).as("the object that carries " + annotation).isNotNull();
    assertThat(object.getMetadata().getAnnotations())
        .as("the annotations of " + object.getKind() + " " + object.getMetadata().getName())
        .containsEntry(annotation, io.keycheck.contract.Environment.ANNOTATION_VALUE);
  }
}
