package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.contract.Key;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.diagnose.entries.Spelling;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;

/** The key within the secret is almost that of its file. */
public final class SourceKeyMisspelt implements EntryCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.INFO;
  }

  @Override
  public void look(Subject subject, List<Entry> entries, Findings findings) {

    List<String> seen =
        entries.stream()
            .flatMap(entry -> entry.files().stream())
            .filter(file -> Key.of(file.name()).isPresent() && Key.of(file.source()).isEmpty())
            .filter(file -> Spelling.near(file.source(), file.name()))
            .map(
                file ->
                    "line %d takes %s from %s"
                        .formatted(file.line(), Words.cut(file.name()), quoted(file.source())))
            .toList();
    if (!seen.isEmpty()) {
      findings.add(
          subject.ref(),
          "In parameters.%s, %s.".formatted(subject.list(), Words.list(seen)),
          "The key within a secret may have any name; one that is almost the contract's is most"
              + " often a slip, and one key that is not there keeps all of them from being mounted.",
          List.of(
              "# look whether the secret in the store has the key so spelt, else:",
              subject.edit()));
    }
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "secretKey (vault) or the path (aws) differs from the file's key in a letter or two, such as torage-secret-access-key in the document's Vault sample.",
        "If the store spells it otherwise, the pod waits; its event FailedMount says \"key … does not exist at the secret path\".",
        "Spell it as the store does.",
        "The document, section 3.1, step 13");
  }
}
