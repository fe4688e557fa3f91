package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The address of Vault names a port where nobody listens. */
@Fault(checks = "vault-unreachable", shows = "a refused mount: connection refused")
public final class PortClosed extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().parameter("vaultAddress", "http://127.0.0.1:8200");
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("connection refused");
  }
}
