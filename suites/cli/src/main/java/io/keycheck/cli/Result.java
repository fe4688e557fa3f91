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
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/** Where and how a diagnosis is written, and the exit code that it amounts to. */
final class Result {
  private final Form form;
  private final FindingLevel level;
  private final Optional<Path> file;
  private final PrintWriter out;

  /**
   * Writes results.
   *
   * @param level the least level of findings that are shown
   * @param file the file to write to; absent for standard output
   */
  Result(Form form, FindingLevel level, Optional<Path> file, PrintWriter out) {
    this.form = form;
    this.level = level;
    this.file = file;
    this.out = out;
  }

  /**
   * Writes a diagnosis, each environment as soon as it is judged.
   *
   * @return the verdicts that there were
   */
  Set<DiagnosisVerdict> write(Diagnose diagnose, String source) {
    try {
      if (file.isEmpty()) {
        return write(diagnose, source, new PrintedStream(out), Terminal.style());
      }
      // Beside the file, so that it is there whole or as it was before.
      Path beside = Path.of(file.get() + ".part");
      try (OutputStream stream = Files.newOutputStream(beside)) {
        Set<DiagnosisVerdict> verdicts = write(diagnose, source, stream, TextStyle.PLAIN);
        Files.move(beside, file.get(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return verdicts;
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new Unusable(
          "The result cannot be written%s: %s."
              .formatted(file.map(path -> " to " + path).orElse(""), e.getMessage()),
          e);
    }
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
