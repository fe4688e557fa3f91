package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The class speaks https to a Vault that listens for http. */
@Fault(
    checks = "vault-scheme-mismatch",
    printed = true,
    shows = "a refused mount: server gave HTTP response to HTTPS client")
public final class HttpsToPlainVault extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .parameters(
            parameters ->
                parameters.compute("vaultAddress", (name, url) -> url.replace("http:", "https:")));
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("server gave HTTP response to HTTPS client");
  }
}
