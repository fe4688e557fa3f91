package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The address of Vault lacks its scheme. */
@Fault(checks = "address-malformed", shows = "a refused mount: failed to login")
public final class AddressWithoutScheme extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().parameter("vaultAddress", "vault.keycheck-lab.svc.cluster.local:8200");
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("failed to login");
  }
}
