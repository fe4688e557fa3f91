package io.keycheck.cases.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EmptyDirVolumeSourceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.cluster.Exec;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;

/** Refuse whatever the app tries to write into the mount. */
@Case(
    spec =
        "1 Introduction: \"Environments running Mendix for Private Cloud can be granted read-only access to a secrets store\"",
    since = "0.1.0",
    failsWhen = "the pod has a volume of its own in the mount's place")
public final class MountIsReadOnly implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.object(Deployment.class, MountIsReadOnly::useScratchVolume);
  }

  private static void useScratchVolume(Deployment deployment) {
    var pod = deployment.getSpec().getTemplate().getSpec();
    pod.getVolumes()
        .forEach(
            volume -> {
              volume.setCsi(null);
              volume.setEmptyDir(new EmptyDirVolumeSourceBuilder().withMedium("Memory").build());
            });
    pod.getContainers().forEach(c -> c.getVolumeMounts().forEach(m -> m.setReadOnly(false)));
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.startAndAwait(stage.sample());
    Pod pod = app.pod();
    Exec.Said said =
        app.run(
            pod,
            "touch \"$0/written-by-keycheck\" 2>&1; grep \" $0 \" /proc/mounts | cut -d' ' -f4",
            app.mountPath(pod),
            "");
    stage.note("what writing into the mount says", said.output());
    assertThat(said.output())
        .as("what the app sees when it writes into the mount, and the mount's options")
        .containsIgnoringCase("read-only file system")
        .containsPattern("(?m)^ro(,|$)");
  }
}
