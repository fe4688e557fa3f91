package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.diagnose.entries.MountedFile;
import io.keycheck.diagnose.entries.Spelling;
import io.keycheck.diagnose.snapshot.SyncedSecret;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A Secret is to be made of a file that the class does not mount. */
public final class SyncObjectUnknown implements EntryCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, List<Entry> entries, Findings findings) {
    if (subject.resource().synced().isEmpty()) {
      return;
    }
    Set<String> files = new LinkedHashSet<>();
    entries.forEach(entry -> entry.files().forEach(file -> files.add(file.name())));
    Set<String> excused = excused(subject, entries);
    for (SyncedSecret synced : subject.resource().synced()) {
      synced.data().stream()
          .map(SyncedSecret.Datum::objectName)
          .distinct()
          .filter(name -> !name.isBlank() && !files.contains(name) && !excused.contains(name))
          .filter(name -> !Placeholders.in(name))
          .limit(Words.MOST)
          .forEach(name -> add(subject, synced, name, nearest(name, files, entries), findings));
    }
  }

  /** Returns the files that would be there, were it not for what another check says. */
  private static Set<String> excused(Subject subject, List<Entry> entries) {
    Provider provider = subject.provider().orElseThrow();
    Set<String> excused = new HashSet<>();
    for (Entry entry : entries) {
      if (Misplaced.of(provider, entry).filter(found -> !found.delivers()).isPresent()) {
        Misplaced.intended(entry).forEach(excused::add);
      }
      entry.parts().stream()
          .filter(part -> part.text("objectAlias").isBlank())
          .flatMap(Misplaced::intended)
          .forEach(excused::add);
    }
    Mapping.of(subject, entries)
        .misnamed()
        .forEach(misnamed -> misnamed.meant().ifPresent(excused::add));
    return excused;
  }

  private static Optional<String> nearest(String name, Set<String> files, List<Entry> entries) {
    String translated = name.replace("/", "_");
    return files.contains(translated)
        ? Optional.of(translated)
        : renamed(name, entries).or(() -> Spelling.nearest(name, files));
  }

  /** Returns the file of the entry whose object, rather than file, has this name. */
  private static Optional<String> renamed(String name, List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.text("objectName").equals(name))
        .flatMap(entry -> entry.files().stream())
        .map(MountedFile::name)
        .findFirst();
  }

  private static void add(
      Subject subject,
      SyncedSecret synced,
      String name,
      Optional<String> nearest,
      Findings findings) {
    findings.add(
        subject.ref(),
        "secretObjects makes the Secret %s of the file %s, which the class does not mount%s"
            .formatted(
                quoted(synced.secretName()),
                quoted(name),
                nearest.map(near -> "; did you mean " + Words.cut(near) + "?").orElse(".")),
        "The driver cannot make the Secret; what takes variables from it does not start.",
        List.of(
            subject.edit(),
            nearest
                .map(near -> "# secretObjects: write objectName: \"" + Words.cut(near) + "\"")
                .orElse("# secretObjects: name a file that an entry makes")));
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "spec.secretObjects names a file that no entry of the class makes. It is the file that"
            + " counts: the alias, where an entry has one.",
        "The volume is mounted, and the Secret is not made; an event FailedToCreateSecret or the"
            + " driver's log says \"file matching objectName … not found in the pod\".",
        "Name the file as the class mounts it.",
        "Secrets Store CSI driver, sync as Kubernetes Secret");
  }
}
