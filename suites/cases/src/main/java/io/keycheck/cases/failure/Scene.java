package io.keycheck.cases.failure;

import static io.keycheck.lab.wait.Eventually.eventually;

import io.keycheck.cases.NamespaceDiagnosis;
import io.keycheck.cases.NamespaceDiagnosis.Extent;
import io.keycheck.diagnose.rights.Rights;
import io.keycheck.diagnose.rights.Subject;
import io.keycheck.lab.cluster.Driver;
import io.keycheck.lab.cluster.Kubeconfig;
import io.keycheck.lab.cluster.Surroundings;
import io.keycheck.lab.stage.Edits;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.GrantedAccount;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.stage.Symptoms;
import io.keycheck.reports.diagnosis.Diagnosis;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An environment to which a fault happens, and someone on call who may only read. */
public final class Scene implements AutoCloseable {
  /** Who is on call. */
  private static final String READER = "on-call";

  /**
   * In which a mend arrives everywhere. A driver that was started anew is ready, and on the list of
   * the node still, when the kubelet looks whom to register, which it does once a second: for a
   * moment the list is without it.
   */
  private static final Duration ARRIVES = Duration.ofSeconds(5);

  private final Stage stage;
  private final Environment app;
  private final Kubeconfig reader;
  private final NamespaceDiagnosis diagnosis;
  private final Edits edits;
  private final Symptoms symptoms;
  private Diagnosis last;

  private Scene(Stage stage, Environment app, Extent extent, Kubeconfig reader) {
    this.stage = stage;
    this.app = app;
    this.reader = reader;
    this.diagnosis = NamespaceDiagnosis.of(stage, reader, extent);
    this.edits = new Edits(stage, app);
    this.symptoms = new Symptoms(stage, app);
  }

  /** Watch an environment with the rights that {@code keycheck rbac --cluster} prints. */
  public static Scene of(Stage stage, Environment app) {
    return of(stage, app, Extent.WITHOUT_LOGS);
  }

  /** Watch an environment with the rights that an extent takes. */
  public static Scene of(Stage stage, Environment app, Extent extent) {
    String namespace = stage.namespace();
    Subject subject = Subject.account(namespace, READER);
    List<String> rights =
        List.of(
            extent == Extent.ALL_NAMESPACES
                ? Rights.ALL_NAMESPACES.manifest("", subject, namespace)
                : Rights.NAMESPACE.manifest(namespace, subject, namespace),
            Rights.CLUSTER.manifest("", subject, namespace),
            Rights.DRIVER.manifest(Driver.NAMESPACE, subject, namespace),
            Rights.DRIVER.manifest(Surroundings.NAMESPACE, subject, namespace));
    List<String> logs =
        extent == Extent.WITH_LOGS
            ? List.of(Rights.LOGS.manifest(Driver.NAMESPACE, subject, namespace))
            : List.of();
    List<String> all = Stream.concat(rights.stream(), logs.stream()).toList();
    return new Scene(stage, app, extent, GrantedAccount.make(stage, READER, all));
  }

  /** Where it takes place. */
  public Stage stage() {
    return stage;
  }

  /** The environment. */
  public Environment app() {
    return app;
  }

  /** What changes things, and puts them back. */
  public Edits edits() {
    return edits;
  }

  /** What shows. */
  public Symptoms shows() {
    return symptoms;
  }

  /** Require that diagnose finds nothing at all. */
  void requireHealthy() {
    judge(List.of());
  }

  /** Require that diagnose names exactly these checks. */
  void requireNamed(List<String> checks) {
    Diagnosis seen = judge(checks);
    stage.note("diagnosis of the fault", NamespaceDiagnosis.text(seen));
  }

  /** Mend what the checks named by the commands that their remedies print, run as they are. */
  void mendAsPrinted(List<String> checks) {
    List<String> commands = PrintedRemedy.commands(last, checks);
    if (commands.isEmpty()) {
      throw new AssertionError(
          "expected: the remedy of %s prints commands that can be run; seen: none"
              .formatted(String.join(" and ", checks)));
    }
    edits.mendAsPrinted(commands);
  }

  /** Wait until the pods are ready, and a moment more until diagnose finds nothing any more. */
  void awaitHealthy() {
    app.awaitUp();
    try {
      eventually("the mended environment is healthy", () -> wrong(List.of()))
          .within(ARRIVES)
          .showing(wrong -> wrong.orElse("nothing wrong"))
          .until(Optional::isEmpty);
    } catch (AssertionError late) {
      // A look that took longer than the rest of the time counts as well.
      requireHealthy();
    }
  }

  private Diagnosis judge(List<String> checks) {
    Optional<String> wrong = wrong(checks);
    if (!checks.isEmpty()) {
      stage.named(Judgement.named(last));
    }
    if (wrong.isPresent()) {
      stage.note("diagnosis", NamespaceDiagnosis.text(last));
      throw new AssertionError(wrong.get());
    }
    return last;
  }

  private Optional<String> wrong(List<String> checks) {
    last = diagnosis.read();
    return Judgement.of(app.blueprint().name(), checks, last);
  }

  @Override
  public void close() {
    diagnosis.close();
    reader.close();
  }
}
