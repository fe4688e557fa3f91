package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.checks.classes.Mapping.Misnamed;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.reports.diagnosis.Consequence;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Optional;

/** A file is no key of the contract. */
public final class KeyUnknown implements EntryCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, List<Entry> entries, Findings findings) {
    List<Misnamed> misnamed = Mapping.of(subject, entries).misnamed();
    misnamed.stream().limit(Words.MOST).forEach(each -> add(subject, each, findings));
    if (misnamed.size() > Words.MOST) {
      findings.add(
          subject.ref(),
          (misnamed.size() - Words.MOST) + " more files are no keys either.",
          "The environment reads the keys of the contract alone.",
          List.of(subject.edit()));
    }
  }

  private static void add(Subject subject, Misnamed misnamed, Findings findings) {
    String name = misnamed.file().name();
    String proposal =
        misnamed.meant().map(key -> "; did you mean " + Words.cut(key) + "?").orElse(".");
    findings.add(
        subject.ref(),
        "%s maps the file %s, which is no key%s"
            .formatted(subject.place(misnamed.file().line()), quoted(name), proposal),
        misnamed.leaves().isPresent()
            ? "The environment reads the keys of the contract alone: the file is mounted, nobody"
                + " reads it, and the key is missing."
            : "The environment reads the keys of the contract alone: the file is mounted, and"
                + " nobody reads it.",
        List.of(subject.edit(), "# " + change(subject, misnamed)),
        misnamed.leaves().stream()
            .map(key -> new Consequence(subject.ref(), key.sentence()))
            .toList());
  }

  private static String change(Subject subject, Misnamed misnamed) {
    String field =
        switch (subject.provider().orElse(Provider.VAULT)) {
          case VAULT -> "objectName";
          case AWS, AZURE -> "objectAlias";
          case GCP -> "fileName";
        };
    Optional<String> key = misnamed.meant().map(Words::cut);
    return key.map(meant -> "%s: write %s: \"%s\"".formatted(where(misnamed), field, meant))
        .orElse(where(misnamed) + ": name a key of the contract, or remove the entry");
  }

  private static String where(Misnamed misnamed) {
    return "line " + misnamed.file().line();
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The name of a mounted file is the key that the environment reads it as, and this name is"
            + " no key. The file is named by objectName (vault), by objectAlias, else objectName"
            + " (aws, azure), or by fileName (gcp).",
        "The volume is mounted without complaint, and the app behaves as if the key were absent.",
        "Name the file after the key that is proposed, or remove the entry.",
        "The document, section 2.1, and later editions of its table");
  }
}
