package io.keycheck.diagnose.checks.classes;

import io.keycheck.contract.Key;
import io.keycheck.contract.Provider;
import io.keycheck.diagnose.entries.Entry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the entry that maps a key, like the ones beside it, as comments of a remedy. */
final class NewEntry {
  private NewEntry() {}

  static List<String> lines(Provider provider, List<Entry> entries, Key key) {
    List<String> lines =
        switch (provider) {
          case VAULT ->
              List.of(
                  "- objectName: \"" + key + "\"",
                  "  secretKey: \"" + key + "\"",
                  "  secretPath: \"" + beside(entries, key, "secretPath") + "\"");
          case AWS -> List.of("  - path: '\"" + key + "\"'", "    objectAlias: \"" + key + "\"");
          case AZURE ->
              List.of(
                  "  - |",
                  "    objectName: \"" + key + "\"",
                  "    objectType: secret",
                  "    objectAlias: \"" + key + "\"");
          case GCP ->
              List.of(
                  "- resourceName: \"projects/PROJECT/secrets/" + key + "/versions/latest\"",
                  "  fileName: \"" + key + "\"");
        };
    return lines.stream().map(line -> "# " + line).toList();
  }

  /** Returns where the entry whose file is likest the key takes its content from. */
  private static String beside(List<Entry> entries, Key key, String field) {
    String group = key.file().substring(0, key.file().indexOf('-') + 1);
    Stream<Entry> likely =
        entries.stream()
            .filter(entry -> !entry.text(field).isBlank())
            .filter(entry -> entry.files().stream().anyMatch(f -> f.name().startsWith(group)));
    Optional<String> found = likely.map(entry -> Words.cut(entry.text(field))).findFirst();
    return found.orElse("PATH");
  }
}
