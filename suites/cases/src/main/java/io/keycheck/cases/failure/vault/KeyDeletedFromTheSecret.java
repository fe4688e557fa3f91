package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.sample.Blueprint;

/** A key was deleted from a secret of Vault. */
@Fault(checks = "vault-key-not-found", shows = "a refused mount: does not exist at the secret path")
public final class KeyDeletedFromTheSecret extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    String secret = scene.app().blueprint().entry("storage-bucket-name").secret();
    scene.stage().store().put(scene.app().blueprint().notStoring("storage-bucket-name"), secret);
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("does not exist at the secret path");
  }

  @Override
  protected void mend(Scene scene) {
    Blueprint blueprint = scene.app().blueprint();
    scene.stage().store().put(blueprint, blueprint.entry("storage-bucket-name").secret());
  }
}
