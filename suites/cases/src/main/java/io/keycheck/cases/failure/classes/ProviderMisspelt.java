package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import java.util.Map;

/** The class names a provider that lacks a letter. */
@Fault(checks = "provider-unknown", printed = true, shows = "a refused mount: provider not found")
public final class ProviderMisspelt extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .secretProviderClass(
            found -> found.<Map<String, Object>>get("spec").put("provider", "valt"));
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("provider not found: provider \"valt\"");
  }
}
