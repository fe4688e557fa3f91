package io.keycheck.cases;

import io.keycheck.lab.SetUpFailed;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Keep what a case has to itself until it was tried with all stores: whoever waits for it would
 * else come between, and be waited for.
 */
final class ThroughAllStores implements BeforeAllCallback, AfterAllCallback {
  private static final ExtensionContext.Namespace TURN =
      ExtensionContext.Namespace.create(ThroughAllStores.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    Run run;
    Turn turn;
    try {
      run = OnStage.run(context);
      turn = run.turns().ofAllStores(context.getRequiredTestClass(), run.lab().refreshedBy());
    } catch (SetUpFailed toldByEachTry) {
      return;
    }
    context.getStore(TURN).put(Turn.class, turn);
    run.begins(Thread.currentThread());
    try {
      turn.begin();
    } finally {
      run.ends(Thread.currentThread());
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Turn turn = context.getStore(TURN).get(Turn.class, Turn.class);
    if (turn != null) {
      turn.end();
    }
  }
}
