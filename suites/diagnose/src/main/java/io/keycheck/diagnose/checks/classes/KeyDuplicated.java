package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.diagnose.entries.MountedFile;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Two entries write the same file. */
public final class KeyDuplicated implements EntryCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, List<Entry> entries, Findings findings) {
    Map<String, List<MountedFile>> byName =
        entries.stream()
            .flatMap(entry -> entry.files().stream())
            .filter(file -> !Placeholders.in(file.name()))
            .collect(Collectors.groupingBy(MountedFile::name, TreeMap::new, Collectors.toList()));
    byName.values().stream()
        .filter(files -> files.size() > 1)
        .limit(Words.MOST)
        .forEach(files -> add(subject, files, findings));
  }

  private static void add(Subject subject, List<MountedFile> files, Findings findings) {
    String lines = Words.lines(files.stream().map(MountedFile::line).toList());
    findings.add(
        subject.ref(),
        "%s of parameters.%s name the same file, %s."
            .formatted(capital(lines), subject.list(), quoted(files.get(0).name())),
        "A provider refuses a class that names a file twice, or one entry silently wins.",
        List.of(subject.edit(), "# " + lines + ": keep one, or give the other its own key"));
  }

  private static String capital(String lines) {
    return "L" + lines.substring(1);
  }

  @Override
  public Set<String> explains() {
    return FAILED_MOUNT;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "Two entries of the class make a file of the same name.",
        "The pod waits; its event FailedMount says \"each `objectName` within a"
            + " SecretProviderClass must be unique\", \"found duplicate object alias\" or \"Name"
            + " already in use\".",
        "Remove one of the entries, or name its file after the key that it was meant for.",
        "Vault provider, validation of objects; AWS provider, secret descriptor");
  }
}
