package io.keycheck.diagnose.mounts;

/** What a mount's text may name. */
public enum Detail {
  /** The address that was asked, with its path. */
  URL,
  /** The host of {@link #URL}, or one that was looked up. */
  HOST,
  METHOD,
  /** The status code of an answer. */
  STATUS,
  /** What an answer says is wrong. */
  ANSWER,
  /** The path that was asked in Vault, without {@code /v1/} and without a namespace. */
  PATH,
  /** Where an auth method is mounted in Vault. */
  MOUNT,
  /** A namespace of Vault, not of Kubernetes. */
  NAMESPACE,
  /** The file that was to be written. */
  OBJECT,
  KEY,
  ROLE,
  /** The name of a secret or parameter in AWS. */
  SECRET,
  REGION,
  REQUEST_ID,
  PROVIDER,
  DRIVER
}
