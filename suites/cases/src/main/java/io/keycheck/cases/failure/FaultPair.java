package io.keycheck.cases.failure;

import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.stage.Stage;

/**
 * Two faults at once: both are named, and neither hides the other.
 *
 * <p>Where one keeps the other from happening at all, as when a login is refused that a policy
 * would have followed, only the one is named, and the other as soon as the one is mended.
 */
public abstract class FaultPair extends InjectedFault {
  private final InjectedFault first;
  private final InjectedFault second;
  private final boolean hidden;

  private FaultPair(InjectedFault first, InjectedFault second, boolean hidden) {
    this.first = first;
    this.second = second;
    this.hidden = hidden;
  }

  /** Two faults that show at once; the second is the one whose symptom is seen. */
  protected FaultPair(InjectedFault first, InjectedFault second) {
    this(first, second, false);
  }

  /** What hides, and what is hidden until the other is mended; it may not be an edit. */
  public record Hiding(InjectedFault hides, InjectedFault hidden) {}

  /** Two faults of which one keeps the other from happening. */
  protected FaultPair(Hiding pair) {
    this(pair.hides(), pair.hidden(), true);
  }

  @Override
  protected Blueprint blueprint(Stage stage) {
    return first.blueprint(stage);
  }

  @Override
  protected void inject(Scene scene) {
    second.inject(scene);
    first.inject(scene);
  }

  @Override
  protected void symptom(Scene scene) {
    (hidden ? first : second).symptom(scene);
  }

  @Override
  void judge(Scene scene) {
    if (hidden) {
      scene.requireNamed(first.checks());
      first.mend(scene);
      second.symptom(scene);
      scene.requireNamed(second.checks());
    } else {
      super.judge(scene);
    }
  }

  @Override
  protected void mend(Scene scene) {
    second.mend(scene);
    if (!hidden) {
      first.mend(scene);
    }
  }
}
