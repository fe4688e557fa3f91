package io.keycheck.contract;

import java.util.Locale;
import java.util.Optional;

/**
 * What a reader runs into who follows the document's samples to the letter.
 *
 * <p>The samples are shipped as written, traps included, and corrected.
 */
public enum Trap {
  SECRET_KEY_MISSPELT(
      Provider.VAULT,
      "3.1, step 13",
      "secretKey torage-secret-access-key (an s is missing): the Vault provider is all-or-nothing,"
          + " no key is mounted"),
  KV_V1_PATHS(
      Provider.VAULT,
      "3.1, steps 10 and 13",
      "policy and secretPath are kv-v1 paths (secret/x); on kv-v2, the default of 'secret/' in dev"
          + " mode, they must be secret/data/x"),
  CLASS_VERSION_DEPRECATED(
      Provider.VAULT,
      "3.1, step 13",
      "apiVersion v1alpha1 of the SecretProviderClass is deprecated (the AWS sample uses v1)"),
  COMMENTED_ENTRY_BROKEN(
      Provider.VAULT,
      "3.1, step 13",
      "the commented-out storage-use-ca-certificates entry uses objectAlias, an AWS field, and lacks"
          + " a closing quote"),
  ROLE_COMMAND_CONTINUES(
      Provider.VAULT,
      "3.1, step 11",
      "the role command ends in a backslash, so a shell joins it with what follows"),
  REVIEWER_TOKEN_BOUND_TO_POD(
      Provider.VAULT,
      "3.1, step 6",
      "issuer and a token_reviewer_jwt taken from a pod: bound to that pod, dead after vault-0"
          + " restarts"),
  ROLE_NOT_ASSUMABLE(
      Provider.AWS,
      "3.2, step 7",
      "no step lets the ServiceAccount assume the role (trust policy:"
          + " system:serviceaccount:<namespace>:<name>)"),
  TOKEN_REQUESTS_MISSING(
      Provider.AWS,
      "2, step 2",
      "the driver is installed without tokenRequests, which AWS provider 3.0.0 and later need"),
  ROTATION_NOT_ENABLED(
      null,
      "3.1, step 2, and 4",
      "Neither sample turns rotation on (enableSecretRotation), which the section on rotation"
          + " presumes");

  private final Provider provider;
  private final String section;
  private final String sentence;

  Trap(Provider provider, String section, String sentence) {
    this.provider = provider;
    this.section = section;
    this.sentence = sentence;
  }

  /** Returns the stable identifier, such as {@code secret-key-misspelt}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns whose sample has the trap, or nothing where both have it. */
  public Optional<Provider> provider() {
    return Optional.ofNullable(provider);
  }

  /** Returns where in the document it lies. */
  public String section() {
    return section;
  }

  /** Returns what happens and why. */
  public String sentence() {
    return sentence;
  }
}
