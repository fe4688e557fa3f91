package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.diagnose.entries.MountedFile;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An entry names a file that no volume can hold. */
public final class FileNameInvalid implements EntryCheck {
  private static final int LONGEST = 255;

  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, List<Entry> entries, Findings findings) {
    entries.stream()
        .flatMap(entry -> entry.files().stream())
        .filter(file -> !Placeholders.in(file.name()) && problem(file.name()).isPresent())
        .limit(Words.MOST)
        .forEach(file -> add(subject, file, problem(file.name()).orElseThrow(), findings));
  }

  private static void add(Subject subject, MountedFile file, String why, Findings findings) {
    findings.add(
        subject.ref(),
        "%s names the file %s".formatted(subject.place(file.line()), quoted(file.name())),
        "The driver refuses the file, as its name " + why + ", and the whole mount with it.",
        List.of(subject.edit(), "# a key of the contract alone, such as database-type"));
  }

  /** Returns what is wrong with the name of a file, as the end of a sentence. */
  static Optional<String> problem(String name) {
    if (name.startsWith("/")) {
      return Optional.of("is no path within the volume");
    }
    List<String> steps = List.of(name.split("/", -1));
    if (name.startsWith("..") || steps.contains("..")) {
      return Optional.of("leads out of the volume");
    }
    if (name.indexOf(0) >= 0 || steps.stream().anyMatch(step -> step.length() > LONGEST)) {
      return Optional.of("is none that a file system takes");
    }
    return Optional.empty();
  }

  @Override
  public Set<String> explains() {
    return FAILED_MOUNT;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "An entry names a file outside the volume, or one that no file system takes.",
        "The pod waits; its event FailedMount says \"invalid path\", \"invalid filepath\" or"
            + " \"path can not contain ../\".",
        "Name the file after the key alone.",
        "Secrets Store CSI driver, atomic writer; AWS provider, secret descriptor");
  }
}
