package io.keycheck.cli;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: the run that goes on is told of it, and the process ends when the command has said what
 * came out.
 */
final class Interruption implements AutoCloseable {
  private static final int WAITED_SECONDS = 60;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::come, "keycheck-interrupt");
  private Optional<Runnable> told = Optional.empty();
  private boolean came;

  private Interruption() {}

  /** Watches for it until closed. */
  static Interruption watch() {
    Interruption watched = new Interruption();
    Runtime.getRuntime().addShutdownHook(watched.hook);
    return watched;
  }

  /** Tells of it from now on whoever runs, and at once where it came before. */
  void tells(Runnable running) {
    if (tellsLater(running)) {
      running.run();
    }
  }

  private synchronized boolean tellsLater(Runnable running) {
    told = Optional.of(running);
    return came;
  }

  /** Tells nobody any more: what ran has ended. */
  synchronized void tellsNobody() {
    told = Optional.empty();
  }

  /** Whether it came. */
  synchronized boolean came() {
    return came;
  }

  private void come() {
    noted().ifPresent(Runnable::run);
    try {
      if (!done.await(WAITED_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(130);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Optional<Runnable> noted() {
    came = true;
    return told;
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The machine shuts down already, as after Ctrl-C: the hook is what did it.
    }
  }
}
