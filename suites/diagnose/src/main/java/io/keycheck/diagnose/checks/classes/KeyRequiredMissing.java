package io.keycheck.diagnose.checks.classes;

import io.keycheck.contract.Key;
import io.keycheck.contract.Problem.MissingKey;
import io.keycheck.contract.Severity;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.ArrayList;
import java.util.List;

/** Keys that the environment needs are not mapped. */
public final class KeyRequiredMissing implements EntryCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, List<Entry> entries, Findings findings) {
    List<MissingKey> missing = Mapping.of(subject, entries).missing();
    if (missing.isEmpty()) {
      return;
    }
    boolean error = missing.stream().anyMatch(key -> key.severity() == Severity.ERROR);
    List<String> names = missing.stream().map(MissingKey::file).toList();
    findings.add(
        error ? FindingLevel.ERROR : FindingLevel.WARNING,
        subject.ref(),
        "Not mapped: " + Words.list(names) + ".",
        why(missing, error),
        remedy(subject, entries, missing),
        List.of());
  }

  private static String why(List<MissingKey> missing, boolean error) {
    StringBuilder why = new StringBuilder();
    if (error) {
      why.append("The class mounts happily without ")
          .append(missing.size() == 1 ? "it" : "them")
          .append(", and the environment lacks what it needs to start.");
    }
    missing.stream()
        .filter(key -> key.severity() == Severity.WARNING)
        .forEach(key -> why.append(why.isEmpty() ? "" : " ").append(key.sentence()));
    return why.toString();
  }

  private static List<String> remedy(
      Subject subject, List<Entry> entries, List<MissingKey> missing) {
    List<String> remedy = new ArrayList<>();
    remedy.add(subject.edit());
    remedy.add("# add to parameters." + subject.list() + ", if the store holds these:");
    for (MissingKey key : missing) {
      NewEntry.lines(subject.provider().orElseThrow(), entries, key.key()).forEach(remedy::add);
    }
    return remedy;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "A key that the contract requires is no file of the class. Files are taken to be stored in"
            + " S3, unless a key for Azure is mapped. From Operator 2.10.1 on a missing "
            + Key.DATABASE_PASSWORD
            + " is a warning alone: the database may be reached with a managed identity.",
        "The volume is mounted, and the app does not start or cannot reach its database or files.",
        "Add an entry for every key that is named.",
        "The document, section 2.1, and later editions of its table");
  }
}
