package io.keycheck.diagnose.checks.classes;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Set;

/** Entries for Vault say no key, so that their files hold everything. */
public final class SecretKeyOmitted implements EntryCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, List<Entry> entries, Findings findings) {

    if (!subject.isOf(Provider.VAULT)) {
      return;
    }
    List<Integer> lines =
        entries.stream()
            .filter(entry -> entry.text("secretKey").isEmpty() && !entry.files().isEmpty())
            .filter(entry -> Misplaced.of(Provider.VAULT, entry).isEmpty())
            .map(Entry::line)
            .toList();
    if (!lines.isEmpty()) {
      findings.add(
          subject.ref(),
          "No secretKey in the entries at %s of parameters.objects.".formatted(Words.lines(lines)),
          "Without it the file holds Vault's whole answer as JSON, which no key of the contract"
              + " is.",
          List.of(subject.edit(), "# " + Words.lines(lines) + ": add secretKey"));
    }
  }

  /** The whole answer holds the number of its request: every refresh changes it. */
  @Override
  public Set<String> explains() {
    return Set.of("restart-pending");
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "An entry for Vault has no secretKey.",
        "The volume is mounted; the app takes a JSON text for the value of the key.",
        "Name the key within the secret.",
        "Vault provider, entries");
  }
}
