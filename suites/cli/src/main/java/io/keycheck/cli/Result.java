package io.keycheck.cli;

import io.keycheck.diagnose.Diagnose;
import io.keycheck.reports.diagnosis.DiagnosisHeader;
import io.keycheck.reports.diagnosis.DiagnosisVerdict;
import io.keycheck.reports.diagnosis.DiagnosisWriter;
import io.keycheck.reports.diagnosis.EnvironmentDiagnosis;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.TextStyle;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;

/** Where and how a diagnosis is written, and the exit code that it amounts to. */
final class Result {
  private final Form form;
  private final FindingLevel level;
  private final Destination destination;

  /**
   * Writes results.
   *
   * @param level the least level of findings that are shown
   * @param destination where they go
   */
  Result(Form form, FindingLevel level, Destination destination) {
    this.form = form;
    this.level = level;
    this.destination = destination;
  }

  /**
   * Writes a diagnosis, each environment as soon as it is judged.
   *
   * @return the verdicts that there were
   */
  Set<DiagnosisVerdict> write(Diagnose diagnose, String source) {
    return destination.write((stream, style) -> write(diagnose, source, stream, style));
  }

  private Set<DiagnosisVerdict> write(
      Diagnose diagnose, String source, OutputStream stream, TextStyle style) throws IOException {
    Set<DiagnosisVerdict> verdicts = EnumSet.noneOf(DiagnosisVerdict.class);
    try (DiagnosisWriter writer = form.writer(stream, style)) {
      writer.begin(new DiagnosisHeader(source, diagnose.operatorVersion(), diagnose.notes()));
      for (Iterator<EnvironmentDiagnosis> all = diagnose.environments().iterator();
          all.hasNext(); ) {
        EnvironmentDiagnosis each = all.next();
        verdicts.add(each.verdict());
        writer.environment(shown(each));
      }
      writer.end();
    }
    return verdicts;
  }

  /** What is shown is less; what it amounts to is the same. */
  private EnvironmentDiagnosis shown(EnvironmentDiagnosis all) {
    return shown(all, level);
  }

  /** Returns an environment with its findings of this level and above. */
  static EnvironmentDiagnosis shown(EnvironmentDiagnosis all, FindingLevel level) {
    return level == FindingLevel.INFO
        ? all
        : new EnvironmentDiagnosis(
            all.namespace(),
            all.environment(),
            all.verdict(),
            all.chain(),
            all.findings().stream()
                .filter(finding -> finding.level().compareTo(level) <= 0)
                .toList(),
            all.unknown());
  }

  /** Returns the exit code that these verdicts amount to. */
  static int exitCode(Set<DiagnosisVerdict> verdicts) {
    if (verdicts.contains(DiagnosisVerdict.ERROR)) {
      return 1;
    }
    return verdicts.contains(DiagnosisVerdict.UNKNOWN) ? 3 : 0;
  }
}
