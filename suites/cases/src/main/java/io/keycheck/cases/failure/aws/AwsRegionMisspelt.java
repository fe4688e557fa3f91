package io.keycheck.cases.failure.aws;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.FetchFault;
import io.keycheck.cases.failure.Scene;

/** The class names a region that AWS has not. */
@Fault(
    checks = "aws-fetch-failed",
    store = "aws",
    shows = "a refused mount: Failed to fetch secret from all regions")
public final class AwsRegionMisspelt extends FetchFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().parameter("region", "eu-west-9");
    scene.app().restart();
  }
}
