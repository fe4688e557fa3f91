package io.keycheck.diagnose.checks.classes;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Set;

/** An entry does not say where its content comes from. */
public final class EntrySourceMissing implements EntryCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, List<Entry> entries, Findings findings) {

    Provider provider = subject.provider().orElseThrow();
    entries.stream()
        .filter(entry -> Misplaced.of(provider, entry).isEmpty())
        .filter(entry -> !EntrySource.lacking(provider, entry).isEmpty())
        .limit(Words.MOST)
        .forEach(
            entry ->
                findings.add(
                    subject.ref(),
                    "The entry at %s lacks %s."
                        .formatted(
                            subject.place(entry.line()),
                            Words.list(EntrySource.lacking(provider, entry))),
                    "The provider has nothing to fetch for it, and refuses the whole mount.",
                    List.of(
                        subject.edit(),
                        "# line " + entry.line() + ": add it, or remove the entry")));
  }

  @Override
  public Set<String> explains() {
    return FAILED_MOUNT;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "An entry lacks secretPath (vault), objectName (aws, azure), resourceName (gcp) or the path of a jmesPath.",
        "The pod waits; its event FailedMount says \"Object name must be specified\", \"Path must be specified for JMES object\", or what the store says of an empty path.",
        "Add the field.",
        "The document, sections 3.1, step 13, and 3.2, step 11; the providers' own pages");
  }
}
