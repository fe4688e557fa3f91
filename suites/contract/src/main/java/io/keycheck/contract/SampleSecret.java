package io.keycheck.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds one secret of the document's Vault sample, with the values that the document gives.
 *
 * @param step the step of section 3.1 that stores it
 * @param placeholder the name that the document leaves to the reader
 * @param values the values by key, in the document's order
 */
public record SampleSecret(int step, String placeholder, Map<Key, String> values) {
  /** Step 7: "Create a database secret in Vault". */
  public static final SampleSecret DATABASE =
      of(
          7,
          "<{env-db-secret}>",
          Key.DATABASE_TYPE,
          Key.DATABASE_JDBC_URL,
          Key.DATABASE_HOST,
          Key.DATABASE_NAME,
          Key.DATABASE_USERNAME,
          Key.DATABASE_PASSWORD);

  /** Step 8: "Create a file storage secret in Vault". */
  public static final SampleSecret FILE_STORAGE =
      of(
          8,
          "<{env-file-secret}>",
          Key.STORAGE_SERVICE_NAME,
          Key.STORAGE_ENDPOINT,
          Key.STORAGE_ACCESS_KEY_ID,
          Key.STORAGE_SECRET_ACCESS_KEY,
          Key.STORAGE_BUCKET_NAME,
          Key.STORAGE_USE_CA_CERTIFICATES,
          Key.STORAGE_PERFORM_DELETE);

  /** Step 9: "Create an app environment configuration secret in Vault". */
  public static final SampleSecret CONFIGURATION =
      of(9, "<{env-configuration-secret}>", Key.MX_ADMIN_PASSWORD);

  /** Keeps the order of the values, and refuses changes to them. */
  public SampleSecret {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Returns the three secrets in the order in which the document stores them. */
  public static List<SampleSecret> all() {
    return List.of(DATABASE, FILE_STORAGE, CONFIGURATION);
  }

  private static SampleSecret of(int step, String placeholder, Key... keys) {
    Map<Key, String> values = new LinkedHashMap<>();
    for (Key key : keys) {
      values.put(key, key.example().orElseThrow());
    }
    return new SampleSecret(step, placeholder, values);
  }
}
