package io.keycheck.cases.override;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Operated;
import io.keycheck.cases.Promise;
import io.keycheck.contract.AppPod;
import io.keycheck.lab.cluster.Driver;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.sample.MendixSettings;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.OperatedApp;
import io.keycheck.lab.stage.Stage;
import java.util.List;

/**
 * Make the app's Deployment as the public pages have it, its pods running as the ServiceAccount and
 * mounting the class of the MendixApp's name, read-only, into the sidecar alone.
 */
@Case(
    spec =
        "4 Additional considerations: \"your infrastructure admin must attach a Kubernetes `ServiceAccount` and `SecretProviderClass`\"",
    since = "0.1.0",
    failsWhen = "the Operator has the pods run as the namespace's default account",
    notices = {"operator-attaches-no-account"},
    needs = Need.OPERATOR_STAND_IN)
public final class OperatorAttachesAccountAndClassOfTheAppsName implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.app("operator-attaches-no-account");
  }

  @Promise
  void holds(Stage stage) {
    OperatedApp app = Operated.start(stage, stage.sample(), MendixSettings.ofDocument());
    String name = app.environment().blueprint().name();
    assertThat(app.environment().deployment())
        .as("the Deployment of the app")
        .satisfies(
            deployment ->
                assertThat(deployment.getMetadata().getName()).isEqualTo(name + "-master"));
    Pod pod = app.environment().pod();
    assertThat(pod.getMetadata().getLabels())
        .as("the labels of the pod")
        .containsEntry(AppPod.COMPONENT_LABEL, AppPod.COMPONENT)
        .containsEntry(AppPod.APP_LABEL, name);
    assertThat(pod.getSpec().getServiceAccountName())
        .as("the ServiceAccount of the pod")
        .isEqualTo(name);
    List<Volume> mounted =
        pod.getSpec().getVolumes().stream().filter(volume -> volume.getCsi() != null).toList();
    assertThat(mounted)
        .as("the volumes of the driver")
        .singleElement()
        .satisfies(
            volume -> {
              assertThat(volume.getCsi().getDriver()).isEqualTo(Driver.NAME);
              assertThat(volume.getCsi().getReadOnly()).isTrue();
              assertThat(volume.getCsi().getVolumeAttributes())
                  .containsEntry("secretProviderClass", name);
            });
    assertThat(pod.getSpec().getContainers())
        .as("the containers that mount it")
        .filteredOn(
            container ->
                container.getVolumeMounts().stream()
                    .anyMatch(mount -> mount.getName().equals(mounted.get(0).getName())))
        .extracting("name")
        .containsExactly(Environment.SIDECAR);
  }
}
