package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The address of Vault names a Service that there is not. */
@Fault(checks = "vault-name-unresolved", shows = "a refused mount: no such host")
public final class HostMisspelt extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().parameter("vaultAddress", "http://valt.keycheck-lab.svc.cluster.local:8200");
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("no such host");
  }
}
