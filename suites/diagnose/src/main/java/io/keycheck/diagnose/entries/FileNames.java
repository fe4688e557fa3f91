package io.keycheck.diagnose.entries;

import io.keycheck.contract.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a provider names the files of an entry.
 *
 * @param slash what the AWS provider writes for {@code /} in names; empty where it keeps it
 */
record FileNames(Provider provider, String slash) {
  /** Returns how the provider of a class with these parameters names files. */
  static FileNames of(Provider provider, Map<String, String> parameters) {
    String given = parameters.getOrDefault("pathTranslation", "");
    if (given.isEmpty()) {
      return new FileNames(provider, "_");
    }
    return new FileNames(provider, given.toLowerCase(Locale.ROOT).equals("false") ? "" : given);
  }

  /** Returns the files that an entry of these fields and parts makes. */
  List<MountedFile> of(int line, Map<String, Field> fields, List<Entry> parts) {
    return switch (provider) {
      case VAULT -> one(line, text(fields, "objectName"), text(fields, "secretKey"));
      case AWS -> ofAws(line, fields, parts);
      case AZURE -> one(line, first(fields, "objectAlias", "objectName"), "");
      case GCP -> one(line, first(fields, "fileName", "path"), "");
    };
  }

  private List<MountedFile> ofAws(int line, Map<String, Field> fields, List<Entry> parts) {
    List<MountedFile> files = new ArrayList<>();
    String own = first(fields, "objectAlias", "objectName");
    if (!own.isEmpty()) {
      files.add(new MountedFile(translated(own), "", !parts.isEmpty(), line));
    }
    for (Entry part : parts) {
      String alias = part.text("objectAlias");
      if (!alias.isEmpty()) {
        files.add(new MountedFile(translated(alias), JmesPath.key(part), false, part.line()));
      }
    }
    return files;
  }

  private String translated(String name) {
    return slash.isEmpty() ? name.replaceFirst("^/+", "") : name.replace("/", slash);
  }

  private static List<MountedFile> one(int line, String name, String source) {
    return name.isEmpty() ? List.of() : List.of(new MountedFile(name, source, false, line));
  }

  private static String first(Map<String, Field> fields, String name, String other) {
    String value = text(fields, name);
    return value.isEmpty() ? text(fields, other) : value;
  }

  private static String text(Map<String, Field> fields, String name) {
    Field field = fields.get(name);
    return field == null ? "" : field.value();
  }
}
