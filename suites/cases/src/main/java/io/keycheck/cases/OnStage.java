package io.keycheck.cases;

import io.keycheck.lab.ClusterBroke;
import io.keycheck.lab.SetUpFailed;
import io.keycheck.lab.plan.Outline;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.CaseInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Run a case once for each store of the suite, each time on a stage of its own. */
final class OnStage implements TestTemplateInvocationContextProvider {
  private static final ExtensionContext.Namespace KEYCHECK =
      ExtensionContext.Namespace.create("keycheck");

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  /** Whoever starts the launcher may find more classes than the settings choose. */
  @Override
  public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Run run = run(context);
    Class<?> type = context.getRequiredTestClass();
    return CaseCatalogue.stores(type, run.settings().suite()).stream()
        .map(store -> CaseCatalogue.info(type, store))
        .filter(info -> run.settings().chooses(info))
        .map(info -> new WithStore(run, info));
  }

  static Run run(ExtensionContext context) {
    ExtensionContext.Store session =
        context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, KEYCHECK);
    SetUpFailed unusable = session.get(SetUpFailed.class, SetUpFailed.class);
    if (unusable != null) {
      throw unusable;
    }
    Run run = session.get(Run.class, Run.class);
    if (run == null) {
      throw new IllegalStateException(
          "the cases run only where the session listener of this module is registered");
    }
    return run;
  }

  private record WithStore(Run run, CaseInfo info) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocationIndex) {
      return info.key();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new StageOf(run, info));
    }
  }

  /** Sets the stage when the case asks for it, and clears it when the case ended. */
  private static final class StageOf
      implements BeforeEachCallback, ParameterResolver, AfterEachCallback {
    private final Run run;
    private final CaseInfo info;
    private Instant began = Instant.now();
    private Outline outline;
    private Stage stage;
    private Turn turn = new Turn(List.of());

    private StageOf(Run run, CaseInfo info) {
      this.run = run;
      this.info = info;
    }

    /** What cannot be tried here is skipped before anything is made for it. */
    @Override
    public void beforeEach(ExtensionContext context) {
      run.begins(Thread.currentThread());
      outline = run.settings().outline(context.getRequiredTestClass(), info);
      run.lab()
          .obstacle(outline)
          .ifPresent(
              why -> {
                throw new Skip(why);
              });
      turn = run.turns().of(context.getRequiredTestClass(), info.store(), run.lab().refreshedBy());
      turn.begin();
      began = Instant.now();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      Breakable broken = (Breakable) context.getRequiredTestInstance();
      Faults faults = run.settings().fault().of(info, broken);
      stage = run.lab().stage(outline, faults);
      stage.standsBeside(turn);
      return stage;
    }

    @Override
    public void afterEach(ExtensionContext context) {
      Optional<Throwable> thrown = context.getExecutionException();
      Optional<Throwable> failure = thrown;
      try {
        failure = stage == null ? thrown : stage.calm().judged(thrown);
        clear(failure);
      } finally {
        turn.end();
        run.ends(Thread.currentThread());
        run.ended(info, began, turn.waited(), failure);
      }
      if (thrown.isEmpty() && failure.isPresent()) {
        // Whoever starts the launcher must see it as well.
        throw (ClusterBroke) failure.get();
      }
    }

    private void clear(Optional<Throwable> failure) {
      // An abort interrupts the case; what it made is removed all the same.
      Thread.interrupted();
      if (stage == null) {
        return;
      }
      List<String> checks = List.of();
      if (failure.isPresent()) {
        stage.noteLastSeen();
        checks = run.diagnose(info, stage, failure.get());
      }
      run.keep(info, stage.seen(checks));
      if (failure.isPresent() && run.settings().lab().keepFailed()) {
        stage.leave();
      } else {
        stage.close();
      }
    }
  }
}
