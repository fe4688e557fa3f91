package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.FetchFault;
import io.keycheck.cases.failure.Scene;

/** A JMESPath names a key with a hyphen and lacks its quotes. */
@Fault(
    checks = "jmespath-unquoted",
    store = "aws",
    shows = "a refused mount: Failed to fetch secret from all regions")
public final class PathWithoutQuotes extends FetchFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().objects("path: '\"database-type\"'", "path: database-type");
    scene.app().restart();
  }
}
