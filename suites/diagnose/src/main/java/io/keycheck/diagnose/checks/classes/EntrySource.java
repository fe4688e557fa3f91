package io.keycheck.diagnose.checks.classes;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.entries.Entry;
import java.util.ArrayList;
import java.util.List;

/** Tells which fields an entry lacks that say where its content comes from. */
final class EntrySource {
  private EntrySource() {}

  static List<String> lacking(Provider provider, Entry entry) {
    String field =
        switch (provider) {
          case VAULT -> "secretPath";
          case AWS, AZURE -> "objectName";
          case GCP -> "resourceName";
        };
    List<String> lacking = new ArrayList<>();
    if (entry.text(field).isBlank()) {
      lacking.add(field);
    }
    if (entry.parts().stream().anyMatch(part -> part.text("path").isBlank())) {
      lacking.add("jmesPath[].path");
    }
    return lacking;
  }
}
