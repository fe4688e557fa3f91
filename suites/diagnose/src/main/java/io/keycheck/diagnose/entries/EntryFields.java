package io.keycheck.diagnose.entries;

import io.keycheck.contract.Provider;
import java.util.Arrays;
import java.util.List;

/**
 * The fields that each provider knows in an entry.
 *
 * <p>Source: the providers' own pages on SecretProviderClass; a provider passes over every other
 * field in silence.
 */
public enum EntryFields {
  VAULT(
      List.of("objectName", "secretPath", "secretKey", "method", "filePermission", "encoding"),
      List.of("secretArgs")),
  AWS(
      List.of(
          "objectName",
          "objectAlias",
          "objectVersion",
          "objectVersionLabel",
          "objectType",
          "filePermission",
          "path"),
      List.of("jmesPath", "failoverObject")),
  AZURE(
      List.of(
          "objectName",
          "objectAlias",
          "objectVersion",
          "objectVersionHistory",
          "objectType",
          "objectFormat",
          "objectEncoding",
          "filePermission"),
      List.of()),
  GCP(
      List.of("resourceName", "fileName", "path", "mode", "extractJSONKey", "extractYAMLKey"),
      List.of());

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> texts;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> nested;

  EntryFields(List<String> texts, List<String> nested) {
    this.texts = texts;
    this.nested = nested;
  }

  /** Returns the fields of this provider's entries. */
  public static EntryFields of(Provider provider) {
    return valueOf(provider.name());
  }

  /** Returns the fields that hold a text or number. */
  public List<String> texts() {
    return texts;
  }

  /** Returns the fields that hold a list or map. */
  public List<String> nested() {
    return nested;
  }

  /** Returns whether the provider looks at the field. */
  public boolean knows(String field) {
    return texts.contains(field) || nested.contains(field);
  }

  /** Returns whether only other providers look at the field. */
  public boolean isForeign(String field) {
    return !knows(field) && !whose(field).isEmpty();
  }

  /** Returns the providers that look at the field. */
  public static List<String> whose(String field) {
    return Arrays.stream(Provider.values())
        .filter(provider -> of(provider).knows(field))
        .map(Provider::id)
        .toList();
  }
}
