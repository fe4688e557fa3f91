package io.keycheck.diagnose.mounts;

import io.keycheck.contract.Provider;
import java.util.List;
import java.util.Optional;

/** What a mount's text says is wrong; the first check named is the one that most often tells it. */
public enum Cause {
  CLASS_NOT_FOUND(
      "The driver found no SecretProviderClass of that name in the pod's namespace.",
      "class-missing",
      "class-name-mismatch",
      "class-in-other-namespace",
      "class-kind-missing"),
  CLASS_KIND_MISSING(
      "The cluster does not know the kind SecretProviderClass.", "class-kind-missing"),
  CLASS_FORBIDDEN("The driver's own account may not read SecretProviderClasses."),
  CLASS_NOT_SET("The volume does not say which class it is of.", "volume-class-not-set"),
  PROVIDER_NOT_SET("The class names no provider.", "provider-unknown"),
  PARAMETERS_NOT_SET("The class has no parameters.", "objects-empty"),
  NOT_READ_ONLY("The driver refuses volumes that are not read-only.", "volume-not-read-only"),
  PROVIDER_NOT_FOUND(
      "The driver on the pod's node knows no provider of that name: none runs there, it listens in"
          + " another directory, or the name is misspelt.",
      "provider-not-on-node",
      "provider-unknown"),
  PROVIDER_NAME_INVALID("No provider can have that name.", "provider-unknown"),
  PROVIDER_NOT_ANSWERING(
      "The provider's socket is on the node, but nothing answers there: the provider crashed or was"
          + " removed and left its socket behind.",
      "provider-not-on-node"),
  DRIVER_NOT_REGISTERED(
      "The kubelet of the pod's node knows no driver of that name.",
      "driver-not-on-node",
      "driver-not-installed",
      "volume-driver-unknown"),
  DRIVER_NOT_INSTALLED(
      "The cluster has no CSIDriver of that name.",
      "driver-not-installed",
      "driver-not-on-node",
      "volume-driver-unknown"),
  DRIVER_NOT_ANSWERING(
      "The kubelet knows the driver, but the driver's pod on that node does not answer.",
      "driver-not-on-node",
      "driver-not-installed"),
  ACCOUNT_NOT_FOUND(
      "The kubelet could not get a token, because the pod's account is not there.",
      "account-missing"),
  NODE_SECRET_NOT_FOUND(
      "The volume's nodePublishSecretRef names a Secret that is not in the namespace."),
  DEADLINE_EXCEEDED(
      "The mount took longer than the kubelet waits: the provider cannot reach its store, or is"
          + " slow."),
  STILL_WAITING("The kubelet gave up waiting for the volume, and does not say what held it up."),
  TOO_LARGE("The secrets of one volume are larger together than the driver accepts (4 MiB)."),
  NOT_WRITTEN(
      "The provider got the secrets but could not write them: it lacks the kubelet's directory, or"
          + " its mount propagation."),
  NO_VERSIONS("The provider answered without versions, which the driver does not accept."),
  PROVIDER_CODE("The provider refused the mount with a code and no words."),
  FILE_NAME_INVALID(
      "A file's name is no relative path below the volume: it is empty, absolute, or climbs with"
          + " two dots."),
  STATUS_NOT_WRITTEN(
      "The driver could not write its SecretProviderClassPodStatus: its account lacks the right, or"
          + " the kind is not there."),

  OBJECTS_UNREADABLE("The provider cannot read the class's objects.", "objects-unreadable"),
  OBJECTS_EMPTY("The class asks for no secret.", "objects-empty"),
  ENTRY_WITHOUT_NAME(
      "An entry of the class names no object.",
      "entry-field-misplaced",
      "objects-empty",
      "key-duplicated"),
  KEYS_DUPLICATED(
      "Two entries of the class write the same file.", "key-duplicated", "entry-field-misplaced"),
  ROLE_NAME_MISSING("The class names no role.", "role-name-missing"),
  ADDRESS_MALFORMED("The address of Vault is no URL.", "address-malformed"),
  OBJECT_TYPE_INVALID(
      "An entry's objectType is absent, or none that the provider knows.", "object-type-invalid"),
  ALIAS_MISSING("A JMESPath entry names no file.", "alias-missing"),
  JMESPATH_INVALID("A JMESPath cannot be read.", "jmespath-unquoted"),
  TOKENS_NOT_PROVIDED(
      "The kubelet handed the provider no token of the pod's account.", "token-requests-missing"),
  ROLE_ARN_MISSING("The pod's account names no IAM role.", "role-arn-missing"),
  ROLE_ARN_MALFORMED("The pod's account names an IAM role in no valid form.", "role-arn-malformed"),
  REGION_UNKNOWN("The provider does not know which region to ask.", "region-unknown"),

  VAULT_NAME_UNRESOLVED(
      Provider.VAULT, "The host in Vault's address has no address.", "vault-name-unresolved"),
  VAULT_UNREACHABLE(Provider.VAULT, "Nothing answers at Vault's address.", "vault-unreachable"),
  VAULT_SCHEME_MISMATCH(
      Provider.VAULT,
      "One side speaks http, and the other https.",
      "vault-scheme-mismatch",
      "address-malformed"),
  VAULT_TLS_UNTRUSTED(
      Provider.VAULT, "The provider does not trust Vault's certificate.", "vault-tls-untrusted"),
  VAULT_SEALED(Provider.VAULT, "Vault is sealed.", "vault-sealed"),
  VAULT_ROLE_UNKNOWN(
      Provider.VAULT, "The auth method has no role of that name.", "vault-role-unknown"),
  VAULT_ACCOUNT_NOT_BOUND(
      Provider.VAULT,
      "The role does not admit the pod's account.",
      "vault-account-not-bound",
      "account-name-mismatch"),
  VAULT_NAMESPACE_NOT_BOUND(
      Provider.VAULT, "The role does not admit the pod's namespace.", "vault-namespace-not-bound"),
  VAULT_AUDIENCE_MISMATCH(
      Provider.VAULT,
      "The token is made for another audience than the role wants.",
      "vault-audience-mismatch"),
  VAULT_LOGIN_DENIED(Provider.VAULT, "Vault refuses the login.", "vault-login-denied"),
  VAULT_POLICY_DENIES(
      Provider.VAULT, "The login was right, but may not read the path.", "vault-policy-denies"),
  VAULT_SECRET_NOT_FOUND(
      Provider.VAULT, "Vault has nothing at the path.", "vault-secret-not-found"),
  VAULT_KEY_NOT_FOUND(Provider.VAULT, "The secret has no such key.", "vault-key-not-found"),
  VAULT_TOKEN_NOT_MADE(
      Provider.VAULT,
      "The driver passes no token for the audience, and the provider's own account may not make"
          + " one."),
  VAULT_ISSUER_MISMATCH(
      Provider.VAULT, "The token's issuer is not the one that the auth method is configured with."),
  VAULT_SUBJECT_NOT_BOUND(
      Provider.VAULT,
      "The role admits tokens with other claims only, such as another namespace or account in"
          + " \"sub\"."),
  VAULT_AUTH_NOT_CONFIGURED(
      Provider.VAULT, "The auth method is mounted, but was never given its configuration."),
  VAULT_STANDBY(
      Provider.VAULT, "A Vault server answered that cannot serve: there is no active one."),
  VAULT_THROTTLED(Provider.VAULT, "Vault refuses because of a rate limit or quota."),
  VAULT_INTERNAL(Provider.VAULT, "Vault, or an engine in it, failed by itself."),
  VAULT_GATEWAY(Provider.VAULT, "Something between provider and Vault answered in Vault's place."),
  VAULT_TOKEN_INVALID(
      Provider.VAULT,
      "The login was right, and Vault then did not know the token that it had handed out."),
  VAULT_METHOD_REFUSED(Provider.VAULT, "The path exists, but cannot be read that way."),
  VAULT_EMPTY_ANSWER(Provider.VAULT, "Vault answered without data."),
  VAULT_MOUNT_SET_TWICE(
      Provider.VAULT, "The class sets vaultKubernetesMountPath and vaultAuthMountPath at once."),
  VAULT_FLAG_INVALID(
      Provider.VAULT, "A parameter that must be \"true\" or \"false\" is something else."),
  VAULT_ENCODING_INVALID(
      Provider.VAULT, "An entry's encoding is unknown, or the value is not encoded like that."),
  VAULT_CA_UNREADABLE(
      Provider.VAULT,
      "The certificate file that the class names is not in the provider's pod, or cannot be read"
          + " there."),
  VAULT_CLIENT_CERTIFICATE(
      Provider.VAULT, "Vault wants a client certificate, and got none that it trusts."),
  VAULT_NAMESPACE_UNKNOWN(Provider.VAULT, "Vault has no namespace of that name."),
  VAULT_LOGIN_REFUSED(
      Provider.VAULT, "Vault answered the login with an error that has no check of its own."),
  VAULT_REFUSED(
      Provider.VAULT, "Vault answered the read with an error that has no check of its own."),
  VAULT_REQUEST_FAILED(Provider.VAULT, "The request to Vault failed on its way."),

  AWS_SECRET_NOT_FOUND(
      Provider.AWS, "AWS has no secret or parameter of that name.", "aws-secret-not-found"),
  AWS_SECRET_DELETED(Provider.AWS, "The secret is marked for deletion.", "aws-secret-deleted"),
  AWS_FETCH_FAILED(
      Provider.AWS,
      "The provider could not fetch, and hides why.",
      "aws-fetch-failed",
      "jmespath-unquoted",
      "role-arn-malformed",
      "account-name-mismatch",
      "placeholder-left"),
  AWS_ASSUME_ROLE_DENIED(
      Provider.AWS, "The IAM role's trust policy does not admit the pod's account."),
  AWS_IDENTITY_UNKNOWN(
      Provider.AWS, "AWS knows no OIDC provider for this cluster, or cannot verify its tokens."),
  AWS_TOKEN_EXPIRED(Provider.AWS, "The credentials have expired."),
  AWS_ACCESS_DENIED(Provider.AWS, "The IAM role may not read the secret."),
  AWS_DECRYPTION_FAILED(Provider.AWS, "The IAM role may not use the key that encrypts the secret."),
  AWS_ACCOUNT_FORBIDDEN(
      Provider.AWS, "The provider's own account may not read the pod's ServiceAccount."),
  AWS_POD_IDENTITY(Provider.AWS, "The EKS Pod Identity agent on the node gives no credentials."),
  AWS_FAILOVER(Provider.AWS, "The failover settings of the class contradict each other."),
  AWS_FLAG_INVALID(
      Provider.AWS, "A parameter that must be \"true\" or \"false\" is something else."),
  AWS_ARN_INVALID(
      Provider.AWS, "An ARN in the class is malformed, or of another region or service."),
  AWS_FILE_PERMISSION(Provider.AWS, "A filePermission is not four octal digits as text."),
  AWS_PATH_MISSING(Provider.AWS, "A jmesPath entry lacks its path."),
  AWS_PATH_TRANSLATION(Provider.AWS, "pathTranslation is neither \"False\" nor one character."),
  AWS_VERSION_AND_LABEL(
      Provider.AWS, "A parameter cannot have both objectVersion and objectVersionLabel."),
  AWS_RATE_LIMITED(Provider.AWS, "Too many requests in too short a time."),
  AWS_REFUSED(Provider.AWS, "AWS refused with an error that has no check of its own."),

  UNKNOWN("The text is none that Keycheck knows.");

  private final Provider speaker;
  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> checks;

  Cause(String meaning, String... checks) {
    this(null, meaning, checks);
  }

  Cause(Provider speaker, String meaning, String... checks) {
    this.speaker = speaker;
    this.meaning = meaning;
    this.checks = List.of(checks);
  }

  /** Returns the provider whose texts these are; nothing where others say the same. */
  public Optional<Provider> speaker() {
    return Optional.ofNullable(speaker);
  }

  /** Returns what such a text means, in one sentence. */
  public String meaning() {
    return meaning;
  }

  /** Returns the checks that may explain such a text, the likeliest first; often there is one. */
  public List<String> checks() {
    return checks;
  }
}
