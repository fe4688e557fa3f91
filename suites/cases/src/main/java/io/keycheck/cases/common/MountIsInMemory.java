package io.keycheck.cases.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.cluster.Exec;
import io.keycheck.lab.plan.Makes;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;

/** Keep the files in memory, so that no value is ever on a disk of the node. */
@Case(
    spec =
        "1 Introduction: \"using a secret storage incorrectly may reduce the security of your app\"",
    since = "0.1.0",
    failsWhen = "the pod mounts a directory of the node's disk instead",
    makes = Makes.SHARED_SAMPLE)
public final class MountIsInMemory implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.object(
        Deployment.class,
        deployment ->
            deployment
                .getSpec()
                .getTemplate()
                .getSpec()
                .getVolumes()
                .forEach(
                    volume -> {
                      volume.setCsi(null);
                      volume.setEmptyDir(new EmptyDirVolumeSource());
                    }));
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.lookAtSample();
    Pod pod = app.pod();
    Exec.Said said =
        app.run(pod, "grep \" $0 \" /proc/mounts | cut -d' ' -f3", app.mountPath(pod), "");
    assertThat(said.output().strip()).as("the file system of the mount").isEqualTo("tmpfs");
  }
}
