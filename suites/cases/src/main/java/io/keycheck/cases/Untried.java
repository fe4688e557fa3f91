package io.keycheck.cases;

import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.Level;
import io.keycheck.reports.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Promises that nothing here can show to hold or to fail: each is in the catalogue as an extended
 * case, and in every whole run as skipped, so that nobody takes silence for a pass.
 */
public enum Untried {
  /** Encryption with a key of the customer's own. */
  SECRET_OF_A_CUSTOMER_KEY_MOUNTS(
      "3.2, step 1: \"Create a secret of the type Other\"",
      "The kit makes no key of KMS in an account; LocalStack asks nobody for kms:Decrypt."),
  /** What the provider does when AWS answers that it is asked too often. */
  THROTTLED_READS_ARE_MADE_AGAIN(
      "4 Additional considerations: \"If a secret is rotated or updated, the app should be restarted to use new credentials.\"",
      "The kit never drives an account into its limits; LocalStack has none."),
  /** The other way to an identity on EKS. */
  POD_IDENTITY_TAKES_THE_PLACE_OF_THE_ROLE(
      "3.2, step 7: \"Create an IAM Role without any attached policies for that environment\"",
      "EKS Pod Identity is served by an agent of AWS on the node, which is not to be had here.");

  private static final String STORE = "aws";

  private final String spec;
  private final String why;

  Untried(String spec, String why) {
    this.spec = spec;
    this.why = why;
  }

  /** Those of a suite. */
  static List<Untried> of(Suite suite) {
    return suite == Suite.AWS || suite == Suite.ALL ? Arrays.asList(values()) : List.of();
  }

  /** What the catalogue says of it. */
  public CaseInfo info() {
    String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new CaseInfo(id, STORE, Level.EXTENDED, CaseCatalogue.sentence(id), spec, "0.1.0");
  }

  /** Why it is skipped. */
  public Reason reason() {
    return new Reason(Reason.CANNOT_BE_SHOWN, why);
  }
}
