package io.keycheck.cases.failure;

/**
 * A fault that the cluster does not notice: the new pod runs, and no event warns. Only an app that
 * reads its files anew is mended with them.
 */
public abstract class UnseenFault extends InjectedFault {
  @Override
  protected final void symptom(Scene scene) {
    scene.shows().none();
  }

  @Override
  protected final void mend(Scene scene) {
    super.mend(scene);
    scene.app().restart();
  }
}
