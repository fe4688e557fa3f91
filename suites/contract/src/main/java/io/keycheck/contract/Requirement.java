package io.keycheck.contract;

/** Says when an environment needs a key. */
public enum Requirement {
  /** In every environment. */
  ALWAYS("always"),
  /** Where the database is reached with a password. */
  PASSWORD_AUTH("password-auth"),
  /** Where files are stored in S3 or in a store that speaks its protocol. */
  S3("s3"),
  /** Where files are stored in Azure Blob Storage. */
  AZURE("azure"),
  /** Where Azure Blob Storage is reached with an account key. */
  AZURE_STATIC("azure-static"),
  /** Where Azure Blob Storage is reached with a managed identity. */
  AZURE_MANAGED("azure-managed"),
  /** Nowhere: the key may be absent. */
  OPTIONAL("no");

  private final String word;

  Requirement(String word) {
    this.word = word;
  }

  /** Returns the word that the contract uses, such as {@code password-auth}. */
  public String word() {
    return word;
  }
}
