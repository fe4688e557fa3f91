package io.keycheck.diagnose.checks.classes;

import io.keycheck.contract.Key;
import io.keycheck.contract.Provider;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.diagnose.entries.EntryFields;
import io.keycheck.diagnose.entries.MountedFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An entry that is written for another provider, or that nothing names the file of.
 *
 * @param foreign the fields that only other providers look at
 * @param delivers whether it makes the file it is meant to all the same, so that no key is missing
 *     for it
 */
record Misplaced(Entry entry, List<String> foreign, boolean delivers) {
  /** The fields that some provider takes a file's name, or the key within a secret, from. */
  private static final List<String> NAMING =
      List.of("objectAlias", "objectName", "fileName", "path", "secretKey");

  static Optional<Misplaced> of(Provider provider, Entry entry) {
    EntryFields own = EntryFields.of(provider);
    List<String> foreign = entry.fields().keySet().stream().filter(own::isForeign).toList();
    boolean unnamed = entry.files().isEmpty();
    boolean unfounded = !EntrySource.lacking(provider, entry).isEmpty();
    boolean overruled =
        foreign.stream().filter(NAMING::contains).anyMatch(field -> isOverruled(entry, field));
    if (foreign.isEmpty()) {
      // An AWS entry without a name lacks its source, too, and that says it better.
      return unnamed && !unfounded
          ? Optional.of(new Misplaced(entry, foreign, false))
          : Optional.empty();
    }
    return Optional.of(new Misplaced(entry, foreign, !unnamed && !unfounded && !overruled));
  }

  private static boolean isOverruled(Entry entry, String field) {
    String meant = entry.text(field);
    List<String> names = entry.files().stream().map(MountedFile::name).toList();
    boolean isKey = Key.of(meant).isPresent();
    return isKey && !names.contains(meant);
  }

  /** Returns the files that the entry, or a part of one, may have been meant to make. */
  static Stream<String> intended(Entry entry) {
    return NAMING.stream()
        .map(entry::text)
        .map(value -> value.replace("\"", ""))
        .filter(value -> !value.isEmpty());
  }
}
