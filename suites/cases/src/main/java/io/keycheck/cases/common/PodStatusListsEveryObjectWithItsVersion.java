package io.keycheck.cases.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Makes;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.PodObjects;
import io.keycheck.lab.stage.Stage;

/**
 * List every mounted object with a version in the SecretProviderClassPodStatus: the one proof of
 * delivery that somebody without rights to values can read.
 */
@Case(
    spec = "2, step 2: \"Install and configure a Kubernetes Secrets Store CSI driver\"",
    since = "0.1.0",
    failsWhen = "the provider gives no versions",
    notices = {"no-versions", "aws:drops-extra-file"},
    makes = Makes.SHARED_SAMPLE)
public final class PodStatusListsEveryObjectWithItsVersion implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.provider("no-versions");
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.lookAtSample();
    PodObjects status = app.mountedObjects();
    assertThat(status.mounted()).as("status.mounted").isTrue();
    assertThat(status.versions().keySet())
        .as("the objects of the status")
        .containsAll(app.expectedFiles().keySet());
    assertThat(status.versions())
        .as("the versions of the objects")
        .allSatisfy((object, version) -> assertThat(version).as(object).isNotBlank());
  }
}
