package io.keycheck.diagnose.checks.classes;

import io.keycheck.contract.Key;
import io.keycheck.contract.Problem;
import io.keycheck.contract.Provider;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.diagnose.entries.MountedFile;
import io.keycheck.diagnose.entries.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the contract says of the files that a class makes, one mistake at a time: a key that is
 * missing because an entry misspells or misplaces it belongs to that entry.
 *
 * @param missing the keys that no entry stands for
 * @param misnamed the files that are no keys
 * @param newer the keys that a later Operator reads
 */
record Mapping(
    List<Problem.MissingKey> missing,
    List<Misnamed> misnamed,
    List<Problem.NewerOperatorNeeded> newer) {

  /**
   * A file that is no key.
   *
   * @param meant the key that it most likely stands for
   * @param leaves the key that is required, and missing because of it
   */
  record Misnamed(MountedFile file, Optional<String> meant, Optional<Problem.MissingKey> leaves) {}

  static Mapping of(Subject subject, List<Entry> entries) {
    Provider provider = subject.provider().orElseThrow();
    Map<String, MountedFile> files = new LinkedHashMap<>();
    Set<String> spokenFor = new HashSet<>();
    Map<String, MountedFile> named = new HashMap<>();
    for (Entry entry : entries) {
      boolean misplaced =
          Misplaced.of(provider, entry).filter(found -> !found.delivers()).isPresent();
      if (misplaced) {
        Misplaced.intended(entry).forEach(spokenFor::add);
      }
      entry.parts().stream()
          .filter(part -> part.text("objectAlias").isBlank())
          .flatMap(Misplaced::intended)
          .forEach(spokenFor::add);
      for (MountedFile file : entry.files()) {
        MountedFile namesake = named.putIfAbsent(file.name(), file);
        if (namesake != null) {
          // One of the two was given the name that belongs to the other.
          spokenFor.add(namesake.source());
          spokenFor.add(file.source());
        }
        boolean isKey = Key.of(file.name()).isPresent();
        if (isKey || !(misplaced || file.whole() || isSaidElsewhere(file))) {
          files.putIfAbsent(file.name(), file);
        }
      }
    }
    return judged(subject.view().contract().judge(files.keySet()), files, spokenFor);
  }

  private static boolean isSaidElsewhere(MountedFile file) {
    return Placeholders.in(file.name()) || FileNameInvalid.problem(file.name()).isPresent();
  }

  private static Mapping judged(
      List<Problem> problems, Map<String, MountedFile> files, Set<String> spokenFor) {
    Map<String, Problem.MissingKey> missing = new LinkedHashMap<>();
    List<Misnamed> misnamed = new ArrayList<>();
    List<Problem.NewerOperatorNeeded> newer = new ArrayList<>();
    for (Problem problem : problems) {
      if (problem instanceof Problem.MissingKey key) {
        if (!spokenFor.contains(key.file())) {
          missing.put(key.file(), key);
        }
      } else if (problem instanceof Problem.NewerOperatorNeeded needed) {
        newer.add(needed);
      } else if (problem instanceof Problem.UnknownKey unknown) {
        // The contract names the missing keys first.
        misnamed.add(misnamed(unknown, files.get(unknown.file()), missing));
      }
    }
    return new Mapping(List.copyOf(missing.values()), misnamed, newer);
  }

  private static Misnamed misnamed(
      Problem.UnknownKey unknown, MountedFile file, Map<String, Problem.MissingKey> missing) {
    Optional<String> meant =
        missing.containsKey(file.source()) ? Optional.of(file.source()) : unknown.proposal();
    Optional<Problem.MissingKey> leaves =
        meant
            .filter(key -> key.equals(file.source()) || Spelling.near(file.name(), key))
            .map(missing::remove);
    return new Misnamed(file, meant, leaves);
  }
}
