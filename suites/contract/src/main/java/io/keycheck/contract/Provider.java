package io.keycheck.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a SecretProviderClass names the files it mounts, by provider.
 *
 * <p>Source: the document's samples for Vault (3.1, step 13) and AWS (3.2, step 11); later editions
 * for Azure and GCP.
 */
public enum Provider {
  VAULT("objects", List.of("objectName"), List.of("secretPath", "secretKey")),
  /**
   * Aliases within {@code jmesPath} come first; without any alias the file is named after {@code
   * objectName}, with {@code /} as {@code _}.
   */
  AWS(
      "objects",
      List.of("jmesPath[].objectAlias", "objectAlias", "objectName"),
      List.of("objectName", "objectType", "jmesPath[].path")),
  /**
   * Key Vault names hold no dots: {@code mx-const-Module.Name} is stored as {@code
   * mx-const-Module-Name} and gets its name by {@code objectAlias}.
   */
  AZURE("objects", List.of("objectAlias", "objectName"), List.of("objectName", "objectType")),
  GCP("secrets", List.of("fileName", "path"), List.of("resourceName"));

  private final String parameter;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> fileFields;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> sourceFields;

  Provider(String parameter, List<String> fileFields, List<String> sourceFields) {
    this.parameter = parameter;
    this.fileFields = fileFields;
    this.sourceFields = sourceFields;
  }

  /** Returns the provider that this value of {@code spec.provider} names, if it is a known one. */
  public static Optional<Provider> of(String id) {
    return Arrays.stream(values()).filter(provider -> provider.id().equals(id)).findFirst();
  }

  /** Returns the value of {@code spec.provider}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the name under {@code spec.parameters} of the text that lists the entries. */
  public String parameter() {
    return parameter;
  }

  /** Returns the fields of an entry that name its file; the first one that is there counts. */
  public List<String> fileFields() {
    return fileFields;
  }

  /** Returns the fields of an entry that say where its value comes from. */
  public List<String> sourceFields() {
    return sourceFields;
  }
}
