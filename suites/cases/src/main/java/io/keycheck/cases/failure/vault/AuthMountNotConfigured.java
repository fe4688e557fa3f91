package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.store.VaultStore;

/** The class names an auth mount that knows the role, and no cluster. */
@Fault(checks = "mount-failed", shows = "a refused mount: could not load backend configuration")
public final class AuthMountNotConfigured extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    String role = scene.app().blueprint().role();
    String mount = "kubernetes-" + role;
    VaultStore store = scene.stage().lab().vault();
    store.vault().enableKubernetesAuth(mount);
    scene
        .stage()
        .ledger()
        .record("Vault auth " + mount, () -> store.vault().delete("sys/auth/" + mount));
    store.writeRole(mount, role, scene.app().blueprint().grant());
    scene.edits().parameter("vaultKubernetesMountPath", mount);
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("could not load backend configuration");
  }
}
