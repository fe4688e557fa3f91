package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.diagnose.entries.EntryFields;
import io.keycheck.diagnose.entries.Spelling;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Set;

/** An entry uses another provider's field, or lacks the one that names its file. */
public final class EntryFieldMisplaced implements EntryCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, List<Entry> entries, Findings findings) {
    Provider provider = subject.provider().orElseThrow();
    List<Misplaced> misplaced =
        entries.stream().flatMap(entry -> Misplaced.of(provider, entry).stream()).toList();
    if (misplaced.isEmpty()) {
      return;
    }
    String naming = String.join(", else ", provider.fileFields());
    List<String> seen = misplaced.stream().map(each -> seen(provider, each)).toList();
    findings.add(
        subject.ref(),
        "In parameters.%s, %s.".formatted(subject.list(), Words.list(seen)),
        "The %s provider passes over fields that are not its own; it names files by %s."
            .formatted(provider.id(), naming),
        List.of(
            subject.edit(),
            "# %s: use %s"
                .formatted(
                    Words.lines(misplaced.stream().map(each -> each.entry().line()).toList()),
                    String.join(", ", EntryFields.of(provider).texts()))));
  }

  private static String seen(Provider provider, Misplaced misplaced) {
    String entry = "the entry of line " + misplaced.entry().line();
    if (!misplaced.foreign().isEmpty()) {
      String field = misplaced.foreign().get(0);
      return "%s has %s, a field of %s"
          .formatted(entry, field, String.join(" and ", EntryFields.whose(field)));
    }
    String needed = provider.fileFields().get(provider.fileFields().size() - 1);
    return Spelling.nearest(needed, misplaced.entry().fields().keySet())
        .filter(near -> !near.equals(needed))
        .map(near -> "%s has %s where %s is needed".formatted(entry, quoted(near), needed))
        .orElse(entry + " has no " + needed);
  }

  @Override
  public Set<String> explains() {
    return Set.of("mount-failed", "delivery-incomplete", "aws-fetch-failed");
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "An entry is written with a field that only another provider knows, such as objectAlias in"
            + " a class for vault or secretPath in one for aws, or nothing names its file.",
        "A provider passes over fields that it does not know. Vault then says \"each `objectName`"
            + " within a SecretProviderClass must be unique\" with an empty name, AWS \"Object name"
            + " must be specified\".",
        "Write the entry with the fields of the class's own provider.",
        "The document, section 3.1, step 13 (the entry that is commented out); the providers' own"
            + " pages");
  }
}
