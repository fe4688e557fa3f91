package io.keycheck.cli;

import io.keycheck.diagnose.Diagnose;
import io.keycheck.diagnose.Selection;
import io.keycheck.diagnose.read.ReadFailed;
import io.keycheck.diagnose.read.SnapshotReader;
import io.keycheck.diagnose.snapshot.Snapshot;
import io.keycheck.reports.diagnosis.DiagnosisVerdict;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Diagnoses what files hold. */
final class FilesDiagnosis {
  private final List<String> sources;
  private final Selection selection;

  FilesDiagnosis(List<String> sources, Selection selection) {
    this.sources = sources;
    this.selection = selection;
  }

  /** Reads, writes the result, and returns the exit code. */
  int run(Result result) {
    Snapshot snapshot = snapshot();
    requireNamespace(snapshot);
    Set<DiagnosisVerdict> verdicts =
        result.write(Diagnose.of(snapshot, selection), String.join(", ", sources));
    if (verdicts.isEmpty() && selection.environment().isPresent()) {
      throw new Unusable(
          "There is no environment '%s' in what was named: leave out --environment to see all."
              .formatted(selection.environment().get()));
    }
    return Result.exitCode(verdicts);
  }

  private Snapshot snapshot() {
    try {
      return SnapshotReader.read(sources, System.in, selection.namespace().orElse("default"));
    } catch (ReadFailed e) {
      throw new Unusable(e.getMessage(), e);
    }
  }

  private void requireNamespace(Snapshot snapshot) {
    selection
        .namespace()
        .filter(name -> !snapshot.namespaces().contains(name))
        .ifPresent(
            name -> {
              throw new Unusable(
                  "There is nothing of namespace '%s' in what was named: it has %s."
                      .formatted(name, String.join(", ", new TreeSet<>(snapshot.namespaces()))));
            });
  }
}
