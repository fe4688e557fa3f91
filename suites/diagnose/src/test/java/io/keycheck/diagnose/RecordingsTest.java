package io.keycheck.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.diagnose.read.ReadFailed;
import io.keycheck.diagnose.read.SnapshotReader;
import io.keycheck.diagnose.snapshot.Snapshot;
import io.keycheck.reports.diagnosis.EnvironmentDiagnosis;
import io.keycheck.reports.diagnosis.Finding;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recording is judged as people judged it: what is wrong is named, and nothing else. */
class RecordingsTest {
  static List<Recordings.Label> labels() {
    return Recordings.labels();
  }

  @ParameterizedTest
  @MethodSource("labels")
  void whatIsWrongIsNamedAndNothingElse(Recordings.Label label) throws ReadFailed {
    EnvironmentDiagnosis diagnosis = diagnose(label);

    assertThat(all(diagnosis)).containsAll(made(label.must()));
    assertThat(alarms(diagnosis)).isSubsetOf(expected(label));
  }

  @Test
  void recallAndPrecisionAreTold() throws ReadFailed {
    int must = 0;
    int found = 0;
    int alarms = 0;
    int right = 0;
    List<String> unclear = new ArrayList<>();
    for (Recordings.Label label : labels()) {
      EnvironmentDiagnosis diagnosis = diagnose(label);
      must += label.must().size();
      found += (int) label.must().stream().filter(all(diagnosis)::contains).count();
      alarms += alarms(diagnosis).size();
      right += (int) alarms(diagnosis).stream().filter(expected(label)::contains).count();
      Set<String> missing = new TreeSet<>(label.must());
      missing.removeAll(made(label.must()));
      if (!missing.isEmpty()) {
        unclear.add(label + " " + missing);
      }
    }
    System.out.printf(
        "Recordings: recall %d of %d, precision %d of %d%s%n",
        found, must, right, alarms, unclear.isEmpty() ? "" : "; no check yet for " + unclear);
    assertThat(right).isEqualTo(alarms);
  }

  static EnvironmentDiagnosis diagnose(Recordings.Label label) throws ReadFailed {
    Snapshot snapshot =
        SnapshotReader.read(
            List.of(Recordings.file(label.name()).toString()),
            InputStream.nullInputStream(),
            "default");
    List<EnvironmentDiagnosis> all = Diagnose.of(snapshot, Selection.all()).environments().toList();
    assertThat(all).hasSize(1);
    assertThat(all.get(0).namespace()).isEqualTo(label.namespace());
    assertThat(all.get(0).environment()).isEqualTo(label.environment());
    return all.get(0);
  }

  /** Of the checks that a recording has to yield, those that are made. */
  private static Set<String> made(List<String> must) {
    return must.stream().filter(id -> Checks.of(id).isPresent()).collect(Collectors.toSet());
  }

  private static Set<String> expected(Recordings.Label label) {
    Set<String> expected = new TreeSet<>(label.must());
    expected.addAll(label.may());
    // Said of a mount whose own check is not made yet.
    if (!made(label.must()).containsAll(label.must())) {
      expected.add("mount-failed");
    }
    return expected;
  }

  private static Set<String> all(EnvironmentDiagnosis diagnosis) {
    return diagnosis.findings().stream().map(Finding::check).collect(Collectors.toSet());
  }

  private static Set<String> alarms(EnvironmentDiagnosis diagnosis) {
    return diagnosis.findings().stream()
        .filter(finding -> finding.level() != FindingLevel.INFO)
        .map(Finding::check)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
