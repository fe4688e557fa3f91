package io.keycheck.cases.failure.aws;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.FetchFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.sample.Blueprint;

/** The secret lacks a key that the class picks. */
@Fault(
    checks = "aws-fetch-failed",
    store = "aws",
    shows = "a refused mount: Failed to fetch secret from all regions")
public final class AwsKeyAbsent extends FetchFault {
  @Override
  protected void inject(Scene scene) {
    Blueprint blueprint = scene.app().blueprint();
    scene
        .stage()
        .store()
        .put(
            blueprint.notStoring("storage-bucket-name"),
            blueprint.entry("storage-bucket-name").secret());
    scene.app().restart();
  }

  @Override
  protected void mend(Scene scene) {
    Blueprint blueprint = scene.app().blueprint();
    scene.stage().store().put(blueprint, blueprint.entry("storage-bucket-name").secret());
  }
}
