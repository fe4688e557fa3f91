package io.keycheck.diagnose.checks.classes;

import io.keycheck.contract.OperatorVersion;
import io.keycheck.contract.Problem.NewerOperatorNeeded;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;

/** Keys are mapped that a later Operator reads, and this one does not. */
public final class KeyNeedsNewerOperator implements EntryCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.WARNING;
  }

  @Override
  public void look(Subject subject, List<Entry> entries, Findings findings) {
    List<NewerOperatorNeeded> newer = Mapping.of(subject, entries).newer();
    if (newer.isEmpty()) {
      return;
    }
    OperatorVersion operator = subject.view().contract().operator();
    OperatorVersion needed =
        newer.stream()
            .map(NewerOperatorNeeded::since)
            .max(OperatorVersion::compareTo)
            .orElse(operator);
    List<String> keys =
        newer.stream()
            .map(key -> Words.cut(key.file()) + " (from " + key.since() + " on)")
            .toList();
    findings.add(
        subject.ref(),
        "Mapped: " + Words.list(keys) + "; the Operator is taken to be " + operator + ".",
        "An Operator before the one named mounts the file and does not read it.",
        List.of(
            "# upgrade the Operator to " + needed + " or later; if it is, say so:",
            "# keycheck diagnose --operator-version " + needed));
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The class maps a key that came with a later edition of the contract than the Operator's."
            + " Where the Operator's version is not found, it is taken to be 2.9.0, unless"
            + " --operator-version says otherwise.",
        "The file is mounted, and setting it changes nothing.",
        "Upgrade the Operator, or set the value where this Operator reads it.",
        "Later editions of the document's section 2.1");
  }
}
