package io.keycheck.cases.failure.pairs;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.FaultPair;
import io.keycheck.cases.failure.classes.FileWrittenTwice;
import io.keycheck.cases.failure.vault.SecretDeleted;

/** The class is refused, so that nobody finds out that a secret is gone. */
@Fault(
    checks = {"key-duplicated", "vault-secret-not-found"},
    shows = "a refused class, and when it is mended a refused read")
public final class FileWrittenTwiceHidesSecretDeleted extends FaultPair {

  /** The two of them. */
  public FileWrittenTwiceHidesSecretDeleted() {
    super(new Hiding(new FileWrittenTwice(), new SecretDeleted()));
  }
}
