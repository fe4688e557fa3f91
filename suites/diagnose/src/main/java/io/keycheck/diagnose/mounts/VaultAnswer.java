package io.keycheck.diagnose.mounts;

/**
 * Tells what an error that Vault answered means.
 *
 * <p>At a login Vault looks, in this order, at the role (400), the address it comes from (403), its
 * own configuration (500), the token's claims (403, with words), the account (403), the namespace
 * (403), and last asks Kubernetes to review the token, whose refusal is a 403 without further
 * words. Source: path_login.go of vault-plugin-auth-kubernetes.
 */
final class VaultAnswer {
  private VaultAnswer() {}

  static Cause cause(boolean login, int status, String said) {
    if (said.contains("http request to an https server")) {
      return Cause.VAULT_SCHEME_MISMATCH;
    }
    return switch (status) {
      case 429 -> Cause.VAULT_THROTTLED;
      case 502, 504 -> Cause.VAULT_GATEWAY;
      case 503 -> said.contains("vault is sealed") ? Cause.VAULT_SEALED : Cause.VAULT_STANDBY;
      default -> login ? login(status, said) : read(status, said);
    };
  }

  private static Cause login(int status, String said) {
    if (said.contains("invalid role name")
        || said.contains("role ") && said.contains("could not be found")) {
      return Cause.VAULT_ROLE_UNKNOWN;
    }
    if (said.contains("service account name not authorized")) {
      return Cause.VAULT_ACCOUNT_NOT_BOUND;
    }
    if (said.contains("namespace not authorized")) {
      return Cause.VAULT_NAMESPACE_NOT_BOUND;
    }
    if (said.contains("invalid audience (aud) claim")
        || said.contains("claim \"aud\" is invalid")
        || said.contains("jwt valid for audience")
        || said.contains("does not match any expected audience")) {
      return Cause.VAULT_AUDIENCE_MISMATCH;
    }
    if (said.contains("claim \"iss\" is invalid") || said.contains("invalid issuer (iss) claim")) {
      return Cause.VAULT_ISSUER_MISMATCH;
    }
    if (said.contains("(sub) claim")
        || said.contains("does not match any associated bound claim")) {
      return Cause.VAULT_SUBJECT_NOT_BOUND;
    }
    if (said.contains("could not load backend configuration")
        || said.contains("could not load configuration")) {
      return Cause.VAULT_AUTH_NOT_CONFIGURED;
    }
    // Older plugins tell the client why the review of the token failed.
    boolean review =
        said.contains("service account unauthorized") || said.contains("jwt not valid");
    // Where nothing is mounted, Vault speaks of the route, or takes the login for a request without
    // a token.
    boolean mount = said.contains("no handler for route") || said.contains("missing client token");
    if (review || mount || status == 403 && said.contains("permission denied")) {
      return Cause.VAULT_LOGIN_DENIED;
    }
    return status >= 500 ? Cause.VAULT_INTERNAL : Cause.VAULT_LOGIN_REFUSED;
  }

  private static Cause read(int status, String said) {
    if (said.contains("namespace not found")) {
      return Cause.VAULT_NAMESPACE_UNKNOWN;
    }
    if (said.contains("invalid token") || said.contains("bad token")) {
      return Cause.VAULT_TOKEN_INVALID;
    }
    return switch (status) {
      case 403 -> Cause.VAULT_POLICY_DENIES;
      case 404 -> Cause.VAULT_SECRET_NOT_FOUND;
      case 405 -> Cause.VAULT_METHOD_REFUSED;
      default -> status >= 500 ? Cause.VAULT_INTERNAL : Cause.VAULT_REFUSED;
    };
  }
}
