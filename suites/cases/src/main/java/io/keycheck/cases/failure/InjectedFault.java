package io.keycheck.cases.failure;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Promise;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import java.util.List;

/**
 * A fault of a healthy environment: injected, seen where people would see it, named by diagnose
 * under the shipped read-only roles, and mended as the remedy says.
 *
 * <p>Each is seen to fail by leaving the fault out: then symptom and diagnosis must be missed.
 */
public abstract class InjectedFault implements Breakable {

  /** What the environment is made of while it is healthy. */
  protected Blueprint blueprint(Stage stage) {
    return stage.sample();
  }

  /** Start the healthy environment. */
  protected Scene start(Stage stage) {
    return Scene.of(stage, stage.startAndAwait(blueprint(stage)));
  }

  /** Break it. */
  protected abstract void inject(Scene scene);

  /** Require that it shows as the fault does, and no otherwise. */
  protected abstract void symptom(Scene scene);

  /**
   * Mend it as the check's remedy says: by the commands that it prints, where the fault is declared
   * so; else what the edits changed is put back unless said otherwise.
   */
  protected void mend(Scene scene) {
    if (getClass().getAnnotation(Fault.class).printed()) {
      scene.mendAsPrinted(checks());
    } else {
      scene.edits().putBack();
    }
  }

  /** Require that diagnose names it. */
  void judge(Scene scene) {
    scene.requireNamed(checks());
  }

  /** The checks by which diagnose must name it. */
  final List<String> checks() {
    return List.of(getClass().getAnnotation(Fault.class).checks());
  }

  @Override
  public final void breakBy(Faults faults) {
    faults.withhold();
  }

  @Promise
  void isNamedAndMended(Stage stage) {
    stage.expect(checks());
    try (Scene scene = start(stage)) {
      scene.requireHealthy();
      stage.inject(stage.caseId(), () -> inject(scene));
      symptom(scene);
      judge(scene);
      mend(scene);
      scene.awaitHealthy();
    }
  }
}
