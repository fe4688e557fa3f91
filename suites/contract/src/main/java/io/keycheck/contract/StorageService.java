package io.keycheck.contract;

/** The values that {@link Key#STORAGE_SERVICE_NAME} may have. */
public enum StorageService {
  S3("com.mendix.storage.s3", 9),
  AZURE("com.mendix.storage.azure", 10);

  private final String value;
  private final int sinceMinor;

  StorageService(String value, int sinceMinor) {
    this.value = value;
    this.sinceMinor = sinceMinor;
  }

  /** Returns the value as the environment expects it. */
  public String value() {
    return value;
  }

  /** Returns the Operator version from which on the value is understood. */
  public OperatorVersion since() {
    return new OperatorVersion(2, sinceMinor, 0);
  }
}
