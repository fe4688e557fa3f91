package io.keycheck.contract;

import static io.keycheck.contract.Requirement.ALWAYS;
import static io.keycheck.contract.Requirement.AZURE;
import static io.keycheck.contract.Requirement.AZURE_MANAGED;
import static io.keycheck.contract.Requirement.AZURE_STATIC;
import static io.keycheck.contract.Requirement.OPTIONAL;
import static io.keycheck.contract.Requirement.PASSWORD_AUTH;
import static io.keycheck.contract.Requirement.S3;

import java.util.Optional;

/**
 * A key with a fixed name: the name of a file that the environment reads.
 *
 * <p>Source: the document, section 2.1, whose order this is; then later editions of the same table.
 * Keys whose names hold a name of the app's own are {@link KeyPattern}s.
 */
public enum Key {
  DATABASE_TYPE("database-type", ALWAYS, "PostgreSQL"),
  /** Required, although the document prints this row's tick in a column too many. */
  DATABASE_JDBC_URL(
      "database-jdbc-url", ALWAYS, "jdbc:postgresql://pg.example.com:5432/my-app-1?sslmode=prefer"),
  DATABASE_HOST("database-host", ALWAYS, "pg.example.com:5432"),
  DATABASE_NAME("database-name", ALWAYS, "my-app-1"),
  DATABASE_USERNAME("database-username", ALWAYS, "my-app-user-1"),
  /** Required by the document; later editions know databases that are reached without it. */
  DATABASE_PASSWORD("database-password", PASSWORD_AUTH, "Welc0me!"),
  /** Holds one of the names in {@link StorageService}. */
  STORAGE_SERVICE_NAME("storage-service-name", ALWAYS, "com.mendix.storage.s3"),
  STORAGE_ENDPOINT("storage-endpoint", S3, "https://my-app-bucket.s3.eu-west-1.amazonaws.com"),
  STORAGE_ACCESS_KEY_ID("storage-access-key-id", OPTIONAL, "AKIA################"),
  STORAGE_SECRET_ACCESS_KEY(
      "storage-secret-access-key", OPTIONAL, "A#######################################"),
  STORAGE_BUCKET_NAME("storage-bucket-name", S3, "subdirectory"),
  STORAGE_USE_CA_CERTIFICATES("storage-use-ca-certificates", OPTIONAL, "true"),
  STORAGE_PERFORM_DELETE("storage-perform-delete", OPTIONAL, "true"),
  /** Overrides the administrator's password that the Portal or the MendixApp sets. */
  MX_ADMIN_PASSWORD("mx-admin-password", OPTIONAL, "Welc0me!"),

  STORAGE_AZURE_ACCOUNT_NAME("storage-azure-account-name", AZURE_STATIC, 2, 10),
  STORAGE_AZURE_ACCOUNT_KEY("storage-azure-account-key", AZURE_STATIC, 2, 10),
  STORAGE_AZURE_CONTAINER("storage-azure-container", AZURE, 2, 10),
  STORAGE_AZURE_BLOB_ENDPOINT("storage-azure-blob-endpoint", AZURE_MANAGED, 2, 17),
  STORAGE_AZURE_USE_DEFAULT_AZURE_CREDENTIAL(
      "storage-azure-use-default-azure-credential", AZURE_MANAGED, 2, 17),
  STORAGE_AZURE_USE_HTTPS("storage-azure-use-https", OPTIONAL, 2, 10),
  MX_DEBUGGER_PASSWORD("mx-debugger-password", OPTIONAL, 2, 15);

  private final String file;
  private final Requirement requirement;
  private final String example;
  private final int sinceMajor;
  private final int sinceMinor;

  Key(String file, Requirement requirement, String example) {
    this.file = file;
    this.requirement = requirement;
    this.example = example;
    this.sinceMajor = OperatorVersion.DOCUMENT.major();
    this.sinceMinor = OperatorVersion.DOCUMENT.minor();
  }

  Key(String file, Requirement requirement, int sinceMajor, int sinceMinor) {
    this.file = file;
    this.requirement = requirement;
    this.example = null;
    this.sinceMajor = sinceMajor;
    this.sinceMinor = sinceMinor;
  }

  /** Returns the key of this name, if there is one. */
  public static Optional<Key> of(String file) {
    for (Key key : values()) {
      if (key.file.equals(file)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /** Returns the key as the contract spells it, which is the name of the mounted file. */
  public String file() {
    return file;
  }

  /** Returns when an environment needs the key. */
  public Requirement requirement() {
    return requirement;
  }

  /** Returns the document's example value; keys of later editions have none. */
  public Optional<String> example() {
    return Optional.ofNullable(example);
  }

  /** Returns the Operator version from which on the key is read. */
  public OperatorVersion since() {
    return new OperatorVersion(sinceMajor, sinceMinor, 0);
  }

  /** Returns whether the document itself lists the key. */
  public boolean inDocument() {
    return since().equals(OperatorVersion.DOCUMENT);
  }

  /** Returns {@link #file()}. */
  @Override
  public String toString() {
    return file;
  }
}
