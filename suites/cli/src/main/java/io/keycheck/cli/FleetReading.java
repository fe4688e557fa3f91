package io.keycheck.cli;

import io.keycheck.diagnose.Diagnose;
import io.keycheck.diagnose.Selection;
import io.keycheck.diagnose.collect.ClusterUnreadable;
import io.keycheck.diagnose.collect.Live;
import io.keycheck.diagnose.snapshot.Snapshot;
import io.keycheck.reports.diagnosis.ClusterDiagnosis;
import io.keycheck.reports.diagnosis.Diagnosis;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How each cluster of a fleet is read.
 *
 * @param cluster where its kubeconfig is
 * @param selection what is judged; without a namespace, the context's
 * @param all whether all namespaces are judged
 * @param logs whether the driver's log is read
 * @param level the least level of findings that are kept
 * @param found whether an environment was found in any cluster so far
 */
record FleetReading(
    ClusterOptions cluster,
    Selection selection,
    boolean all,
    boolean logs,
    FindingLevel level,
    AtomicBoolean found) {
  FleetReading(
      ClusterOptions cluster, Selection selection, boolean all, boolean logs, FindingLevel level) {
    this(cluster, selection, all, logs, level, new AtomicBoolean());
  }

  /** Reads and judges the cluster of a context; that it cannot be read is an answer too. */
  ClusterDiagnosis of(String context) {
    try (Live live = cluster.open(context, logs)) {
      String namespace = all ? "" : selection.namespace().orElseGet(live::namespace);
      Snapshot snapshot = all ? live.readAll() : live.read(namespace);
      Diagnose diagnose = Diagnose.of(snapshot, all ? selection : selection.in(namespace));
      String source =
          "context %s, %s".formatted(context, all ? "all namespaces" : "namespace " + namespace);
      Diagnosis diagnosis =
          new Diagnosis(
              source,
              diagnose.operatorVersion(),
              diagnose.notes(),
              diagnose.environments().map(each -> Result.shown(each, level)).toList());
      if (!diagnosis.environments().isEmpty()) {
        found.set(true);
      }
      String nothing =
          diagnosis.environments().isEmpty() ? LiveDiagnosis.nothingRead(snapshot, namespace) : "";
      return nothing.isEmpty()
          ? ClusterDiagnosis.read(context, diagnosis)
          : ClusterDiagnosis.notRead(context, nothing);
    } catch (ClusterUnreadable e) {
      return ClusterDiagnosis.notRead(context, e.getMessage());
    }
  }
}
