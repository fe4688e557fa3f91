package io.keycheck.diagnose;

import io.keycheck.contract.AppPod;
import io.keycheck.contract.Contract;
import io.keycheck.contract.OperatorVersion;
import io.keycheck.diagnose.snapshot.Item;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.MendixApp;
import io.keycheck.diagnose.snapshot.Snapshot;
import io.keycheck.reports.diagnosis.Diagnosis;
import io.keycheck.reports.diagnosis.EnvironmentDiagnosis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Names what is wrong with the environments of a snapshot.
 *
 * <p>An environment is a MendixApp or, where none can be read, what the labels of pods name; where
 * there is neither, a SecretProviderClass is judged as the manifest that it is.
 */
public final class Diagnose {
  private final Snapshot snapshot;
  private final Selection selection;
  private final ClusterIndex cluster;
  private final Judge judge;
  private Map<String, OperatorVersion> operators;

  private Diagnose(Snapshot snapshot, Selection selection, List<Check> checks) {
    this.snapshot = snapshot;
    this.selection = selection;
    this.cluster = new ClusterIndex(snapshot);
    this.judge = new Judge(checks);
  }

  /** Prepares the diagnosis of what is selected of a snapshot. */
  public static Diagnose of(Snapshot snapshot, Selection selection) {
    return of(snapshot, selection, Checks.all());
  }

  /** Prepares a diagnosis that makes only these checks. */
  static Diagnose of(Snapshot snapshot, Selection selection, List<Check> checks) {
    return new Diagnose(snapshot, selection, checks);
  }

  /**
   * Returns the environments by namespace and name, each judged when the stream comes to it: there
   * may be more than fit into memory with all that is said of them.
   */
  public Stream<EnvironmentDiagnosis> environments() {
    boolean onlyClasses = onlyClasses();
    return namespaces().stream().flatMap(namespace -> environments(namespace, onlyClasses));
  }

  /** Returns the whole diagnosis. */
  public Diagnosis diagnosis(String source) {
    return new Diagnosis(source, operatorVersion(), notes(), environments().toList());
  }

  /** Returns the Operator version whose contract is judged by, or that of most namespaces. */
  public String operatorVersion() {
    if (selection.operator().isPresent()) {
      return selection.operator().get().toString();
    }
    Set<OperatorVersion> found = found();
    return (found.size() == 1 ? found.iterator().next() : OperatorVersion.DOCUMENT).toString();
  }

  /** Returns what should be known about the reading, one sentence each. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(snapshot.notes());
    Set<OperatorVersion> found = selection.operator().isPresent() ? Set.of() : found();
    if (found.size() > 1) {
      notes.add(
          "Operators of several versions run here; each namespace is judged by its own: "
              + String.join(", ", found.stream().map(OperatorVersion::toString).toList())
              + ".");
    }
    return List.copyOf(notes);
  }

  private Set<OperatorVersion> found() {
    return new TreeSet<>(operators().values());
  }

  /** Returns the versions by namespace: it takes a look at all pods, once. */
  private synchronized Map<String, OperatorVersion> operators() {
    if (operators == null) {
      operators = new HashMap<>();
      for (String namespace : namespaces()) {
        RunningOperator.in(namespace, snapshot)
            .ifPresent(version -> operators.put(namespace, version));
      }
    }
    return operators;
  }

  private List<String> namespaces() {
    return snapshot.namespaces().stream()
        .filter(name -> selection.namespace().map(name::equals).orElse(true))
        .sorted()
        .toList();
  }

  private boolean onlyClasses() {
    return Stream.of(Kind.MENDIX_APP, Kind.POD, Kind.DEPLOYMENT, Kind.STATEFUL_SET)
        .flatMap(
            kind -> namespaces().stream().flatMap(each -> snapshot.seenIn(each, kind).stream()))
        .noneMatch(Diagnose::isOfAnEnvironment);
  }

  private static boolean isOfAnEnvironment(Item item) {
    return item instanceof MendixApp || item.meta().labels().containsKey(AppPod.APP_LABEL);
  }

  private Stream<EnvironmentDiagnosis> environments(String namespace, boolean onlyClasses) {
    NamespaceIndex index = new NamespaceIndex(snapshot, namespace, cluster);
    Contract contract = Contract.of(operator(namespace));
    Set<String> names = onlyClasses ? index.classes() : index.environments();
    return names.stream()
        .filter(name -> selection.environment().map(name::equals).orElse(true))
        .map(name -> judge.judge(new View(snapshot, namespace, name, contract, index)));
  }

  private OperatorVersion operator(String namespace) {
    return selection
        .operator()
        .orElseGet(() -> operators().getOrDefault(namespace, OperatorVersion.DOCUMENT));
  }
}
