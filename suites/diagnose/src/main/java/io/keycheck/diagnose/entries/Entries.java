package io.keycheck.diagnose.entries;

import io.keycheck.contract.Provider;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the parameter of a class lists that says which files are mounted. */
public sealed interface Entries {
  /** A list that can be read, with at least one entry. */
  record Readable(List<Entry> entries) implements Entries {
    /** Keeps a copy. */
    public Readable {
      entries = List.copyOf(entries);
    }

    /** Returns all files that the entries make, in their order. */
    public List<MountedFile> files() {
      return entries.stream().flatMap(entry -> entry.files().stream()).toList();
    }
  }

  /**
   * A text that the provider cannot read either.
   *
   * @param line where, counted from 1
   * @param column where in the line, counted from 1
   * @param message what is wrong there, in one sentence without a full stop
   */
  record Unreadable(int line, int column, String message) implements Entries {}

  /** A parameter that is absent, or lists nothing. */
  record Empty() implements Entries {}

  /** The entries of a provider that is none of those whose classes are known. */
  record Foreign() implements Entries {}

  /**
   * Returns what a class lists.
   *
   * @param provider its {@code spec.provider}; a misspelt name is read as the one that is meant
   * @param parameters its {@code spec.parameters}
   */
  static Entries of(String provider, Map<String, String> parameters) {
    Optional<Provider> known = Providers.of(provider);
    if (known.isEmpty()) {
      return new Foreign();
    }
    String text = parameters.getOrDefault(known.get().parameter(), "");
    return new EntryReader(known.get(), FileNames.of(known.get(), parameters)).read(text);
  }
}
