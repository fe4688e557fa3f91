package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.checks.classes.Mapping.Misnamed;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.reports.diagnosis.Consequence;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A file is no key of the contract. */
public final class KeyUnknown implements EntryCheck {
  /** More than these are one mistake, such as a class that was written for something else. */
  private static final int APART = 3;

  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, List<Entry> entries, Findings findings) {
    List<Misnamed> misnamed = Mapping.of(subject, entries).misnamed();
    if (misnamed.size() > APART) {
      addAll(subject, misnamed, findings);
    } else {
      misnamed.forEach(each -> add(subject, each, findings));
    }
  }

  private static void addAll(Subject subject, List<Misnamed> misnamed, Findings findings) {
    List<String> files = misnamed.stream().map(KeyUnknown::brief).toList();
    List<String> remedy = new ArrayList<>();
    remedy.add(subject.edit());
    misnamed.stream().limit(Words.MOST).forEach(each -> remedy.add("# " + change(subject, each)));
    if (misnamed.size() > Words.MOST) {
      remedy.add("# and %d more".formatted(misnamed.size() - Words.MOST));
    }
    findings.add(
        subject.ref(),
        "parameters.%s maps %d files that are no keys: %s."
            .formatted(subject.list(), misnamed.size(), Words.list(files)),
        "The environment reads the keys of the contract alone: these files are mounted, and nobody"
            + " reads them.",
        remedy,
        misnamed.stream().flatMap(each -> missing(subject, each)).toList());
  }

  private static String brief(Misnamed misnamed) {
    String meant = misnamed.meant().map(key -> "; did you mean " + Words.cut(key) + "?").orElse("");
    return "%s (%s%s)".formatted(quoted(misnamed.file().name()), where(misnamed), meant);
  }

  private static Stream<Consequence> missing(Subject subject, Misnamed misnamed) {
    return misnamed.leaves().stream().map(key -> new Consequence(subject.ref(), key.sentence()));
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
        missing(subject, misnamed).toList());
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
