package io.keycheck.cases.failure.aws;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.FetchFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.sample.Blueprint;
import java.util.Set;

/** The secret holds a number where the class picks a text. */
@Fault(
    checks = "aws-fetch-failed",
    store = "aws",
    shows = "a refused mount: Failed to fetch secret from all regions")
public final class AwsNumberForText extends FetchFault {
  @Override
  protected void inject(Scene scene) {
    Blueprint blueprint = scene.app().blueprint();
    scene
        .stage()
        .lab()
        .aws()
        .putLiterally(
            blueprint, blueprint.entries().get(0).secret(), Set.of("storage-perform-delete"));
    scene.app().restart();
  }

  @Override
  protected void mend(Scene scene) {
    Blueprint blueprint = scene.app().blueprint();
    scene.stage().store().put(blueprint, blueprint.entries().get(0).secret());
  }
}
