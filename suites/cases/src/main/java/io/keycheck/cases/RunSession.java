package io.keycheck.cases;

import io.keycheck.lab.SetUpFailed;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.Summary;
import io.keycheck.reports.folder.Claim;
import io.keycheck.reports.folder.UnusableReportFolder;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.engine.support.store.NamespacedHierarchicalStore;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Give every launcher session its {@link Run}, and write the report when the last case ended:
 * whoever starts the launcher, Maven or the command line.
 */
public final class RunSession implements LauncherSessionListener {
  private final PrintStream out;
  private final PrintStream err;

  /** Print results to standard output and progress to standard error; JUnit makes it so. */
  public RunSession() {
    this(System.out, System.err);
  }

  RunSession(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Put a run that was made elsewhere into a session, before anything is executed. */
  public static void use(LauncherSession session, Run run) {
    session.getStore().put(Run.NAMESPACE, Run.class, run);
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    session
        .getLauncher()
        .registerTestExecutionListeners(new UnderMaven(session.getStore(), out, err));
  }

  /** Makes a run where none was put into the session, and ends it with a report. */
  private static final class UnderMaven implements TestExecutionListener {
    private final NamespacedHierarchicalStore<Namespace> store;
    private final PrintStream out;
    private final PrintStream err;

    /** The run that was made here, rather than put into the session by the command line. */
    private Run own;

    private Claim claim;

    private UnderMaven(
        NamespacedHierarchicalStore<Namespace> store, PrintStream out, PrintStream err) {
      this.store = store;
      this.out = out;
      this.err = err;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
      if (plan.getConfigurationParameters().get(RunSettings.PREFIX + "suite").isEmpty()) {
        return; // Unit tests: nobody asked for a suite.
      }
      if (store.get(Run.NAMESPACE, Run.class) != null) {
        return;
      }
      try {
        own = make(plan);
        store.put(Run.NAMESPACE, Run.class, own);
      } catch (SetUpFailed unusable) {
        // The launcher only logs what a listener throws: the cases say it in their own name.
        say(unusable.getMessage());
        store.put(Run.NAMESPACE, SetUpFailed.class, unusable);
      }
    }

    private Run make(TestPlan plan) {
      RunSettings settings =
          RunSettings.read(
              name -> plan.getConfigurationParameters().get(RunSettings.PREFIX + name));
      try {
        claim = Claim.of(settings.report());
      } catch (UnusableReportFolder e) {
        throw new SetUpFailed(e.getMessage(), e);
      }
      return new Run(settings, this::say, this::print);
    }

    private void say(String what) {
      err.println("keycheck: " + what);
    }

    private void print(CaseResult result) {
      out.println(
          String.format(
              Locale.ROOT,
              "%-12s %5.1f s  %s",
              result.outcome().word(),
              result.duration().toMillis() / 1000.0,
              result.info().key()));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
      if (own == null) {
        return;
      }
      try {
        RunReport report = own.finish();
        own.leftovers().forEach(left -> say("left behind: " + left));
        out.println(Summary.of(report, false));
        out.println("The report is in " + own.write(report, Optional.empty()).folder());
      } catch (SetUpFailed unwritten) {
        say(unwritten.getMessage());
      } finally {
        claim.close();
      }
    }
  }
}
