package io.keycheck.cases;

import io.keycheck.reports.RunReport;
import io.keycheck.reports.Summary;
import java.io.PrintStream;
import java.util.Locale;
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

  /** Put a run that was made elsewhere into a session, before anything is executed. */
  public static void use(LauncherSession session, Run run) {
    session.getStore().put(Run.NAMESPACE, Run.class, run);
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    NamespacedHierarchicalStore<Namespace> store = session.getStore();
    session.getLauncher().registerTestExecutionListeners(new UnderMaven(store));
  }

  /** Makes a run where none was put into the session, and ends it with a report. */
  private static final class UnderMaven implements TestExecutionListener {
    private final NamespacedHierarchicalStore<Namespace> store;

    /** The run that was made here, rather than put into the session by the command line. */
    private Run own;

    private UnderMaven(NamespacedHierarchicalStore<Namespace> store) {
      this.store = store;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
      if (plan.getConfigurationParameters().get(RunSettings.PREFIX + "suite").isEmpty()) {
        return; // Unit tests: nobody asked for a suite.
      }
      if (store.get(Run.NAMESPACE, Run.class) == null) {
        own = make(plan);
        store.put(Run.NAMESPACE, Run.class, own);
      }
    }

    private static Run make(TestPlan plan) {
      PrintStream out = System.out;
      RunSettings settings =
          RunSettings.read(
              name -> plan.getConfigurationParameters().get(RunSettings.PREFIX + name));
      return new Run(
          settings,
          what -> System.err.println("keycheck: " + what),
          result ->
              out.println(
                  String.format(
                      Locale.ROOT,
                      "%-12s %5.1f s  %s",
                      result.outcome().word(),
                      result.duration().toMillis() / 1000.0,
                      result.info().key())));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
      if (own == null) {
        return;
      }
      RunReport report = own.finish();
      System.out.println(Summary.of(report, false));
      System.out.println("The report is in " + own.settings().report());
    }
  }
}
