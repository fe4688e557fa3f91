package io.keycheck.diagnose.mounts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads texts that are plain sentences of the kubelet, the driver or a provider. */
final class Wordings {
  private record Wording(Cause cause, Pattern pattern, List<Detail> named) {}

  private static final List<Wording> ALL =
      List.of(
          // the kubelet
          of(Cause.STILL_WAITING, "Unable to (?:attach or )?mount volumes\\b"),
          of(Cause.STILL_WAITING, "timed out waiting for the condition"),
          of(
              Cause.DRIVER_NOT_REGISTERED,
              "driver name (\\S{1,300}) not found in the list of registered CSI drivers",
              Detail.DRIVER),
          of(
              Cause.DRIVER_NOT_INSTALLED,
              "volume mode \"?\\w{1,40}\"? not supported by driver (\\S{1,300}) \\(no CSIDriver object\\)",
              Detail.DRIVER),
          of(
              Cause.ACCOUNT_NOT_FOUND,
              "failed to (?:fetch|get) (?:service acc\\w{1,10} )?token\\b.{0,200}\\bserviceaccounts? \"[^\"]{1,300}\" not found"),
          of(Cause.NODE_SECRET_NOT_FOUND, "fetching NodePublishSecretRef \\S{1,600} failed\\b"),

          // the driver
          of(
              Cause.CLASS_NOT_FOUND,
              "failed to get secretproviderclass \\S{1,600}, err(?:or)?: .{0,600}\\bnot found\\b"),
          of(
              Cause.CLASS_FORBIDDEN,
              "failed to get secretproviderclass \\S{1,600}, err(?:or)?: .{0,600}\\bforbidden\\b"),
          of(
              Cause.CLASS_KIND_MISSING,
              "failed to get secretproviderclass \\S{1,600}, err(?:or)?: .{0,600}\\b(?:no matches for kind|could not find the requested resource)"),
          of(Cause.CLASS_NOT_SET, "secretProviderClass is not set"),
          of(Cause.PROVIDER_NOT_SET, "provider not set in \\S"),
          of(Cause.PARAMETERS_NOT_SET, "parameters not set in \\S"),
          of(Cause.NOT_READ_ONLY, "Readonly is not true in request"),
          of(
              Cause.PROVIDER_NOT_FOUND,
              "(?:error connecting to provider \"[^\"]{0,300}\": )?provider not found: provider \"([^\"]{0,300})\"",
              Detail.PROVIDER),
          of(
              Cause.PROVIDER_NAME_INVALID,
              "(?:error connecting to provider \"[^\"]{0,300}\": )?invalid provider: provider \"([^\"]{0,300})\"",
              Detail.PROVIDER),
          of(Cause.TOO_LARGE, "(?:grpc: )?received message larger than max\\b"),
          of(Cause.NOT_WRITTEN, "failed to write file: "),
          of(Cause.NO_VERSIONS, "missing object versions"),
          of(Cause.PROVIDER_CODE, "mount request failed with provider error code"),
          of(Cause.FILE_NAME_INVALID, "invalid (?:file)?path: "),
          of(Cause.FILE_NAME_INVALID, "path can not contain \\.\\./"),
          of(
              Cause.STATUS_NOT_WRITTEN,
              "failed to (?:create|update) secret ?provider ?class ?pod ?status\\b"),

          // both providers
          of(Cause.OBJECTS_UNREADABLE, "Failed to load SecretProviderClass: "),
          of(Cause.OBJECTS_UNREADABLE, "yaml: "),
          of(Cause.OBJECTS_UNREADABLE, "(?:error converting YAML to JSON|error unmarshaling JSON)"),

          // the Vault provider
          of(Cause.VAULT_TOKEN_NOT_MADE, "(?:failed|unable) to create a service account token\\b"),
          of(Cause.ROLE_NAME_MISSING, "missing 'roleName' in SecretProviderClass"),
          of(Cause.OBJECTS_EMPTY, "no secrets configured\\b"),
          of(
              Cause.ENTRY_WITHOUT_NAME,
              "each .objectName. within a SecretProviderClass must be unique, but the following keys were duplicated:[ ,]*$"),
          of(
              Cause.KEYS_DUPLICATED,
              "each .objectName. within a SecretProviderClass must be unique"),
          of(
              Cause.VAULT_MOUNT_SET_TWICE,
              "cannot set both vaultKubernetesMountPath and vaultAuthMountPath"),
          of(
              Cause.ADDRESS_MALFORMED,
              "parse \"?[^\"\\s]{0,2000}\"?: (?:first path segment|invalid|missing protocol scheme|net/url)"),
          of(Cause.ADDRESS_MALFORMED, "unsupported protocol scheme"),
          of(Cause.VAULT_ENCODING_INVALID, "invalid encoding type\\b"),
          of(Cause.VAULT_ENCODING_INVALID, "illegal base64 data at input byte"),
          of(Cause.VAULT_ENCODING_INVALID, "encoding/hex: "),
          of(
              Cause.VAULT_EMPTY_ANSWER,
              "empty response from \"?([^\"]{0,2000}?)\"?(?:, warnings|$)",
              Detail.PATH),
          of(Cause.VAULT_CA_UNREADABLE, "Error loading CA (?:File|Path|Directory)"),
          of(
              Cause.VAULT_CLIENT_CERTIFICATE,
              "(?:failed to load|error loading) (?:client )?(?:key ?pair|certificate)"),

          // the AWS provider
          of(
              Cause.TOKENS_NOT_PROVIDED,
              "(?:CSI token error: )?serviceAccount\\.tokens not provided"),
          of(Cause.TOKENS_NOT_PROVIDED, "(?:IRSA|Pod Identity) token extraction failed"),
          of(Cause.TOKENS_NOT_PROVIDED, "token for audience \"?[^\"\\s]{1,300}\"? not found"),
          of(Cause.ROLE_ARN_MISSING, "An IAM role must be associated with service account"),
          of(
              Cause.AWS_ACCOUNT_FORBIDDEN,
              "failed to get service account \\S{1,600}: .{0,600}\\bforbidden\\b"),
          of(Cause.REGION_UNKNOWN, "failed to retrieve region from node\\b"),
          of(Cause.REGION_UNKNOWN, "region not found\\b"),
          of(
              Cause.AWS_FAILOVER,
              "(?:[\\w-]{1,40}: )?failover (?:region cannot be the same|object allowed only)"),
          of(Cause.AWS_FAILOVER, "object alias must be specified for objects with failover"),
          of(Cause.AWS_FAILOVER, "object versions must match between primary and failover"),
          of(Cause.AWS_FLAG_INVALID, "failed to parse usePodIdentity value"),
          of(Cause.AWS_POD_IDENTITY, "failed to get AWS config from pod identity agent"),
          of(Cause.ENTRY_WITHOUT_NAME, "Object name must be specified"),
          of(Cause.ENTRY_WITHOUT_NAME, "Empty descriptor entry"),
          of(Cause.OBJECT_TYPE_INVALID, "Must use objectType when a full ARN is not specified"),
          of(Cause.OBJECT_TYPE_INVALID, "Invalid objectType: "),
          of(
              Cause.AWS_ARN_INVALID,
              "(?:ARN region must match|Invalid ARN format|Invalid service in ARN|objectType does not match ARN)"),
          of(Cause.AWS_FILE_PERMISSION, "Invalid File Permission: "),
          of(Cause.AWS_PATH_MISSING, "Path must be specified for JMES object"),
          of(Cause.ALIAS_MISSING, "Object alias must be specified for JMES object"),
          of(
              Cause.KEYS_DUPLICATED,
              "(?:Name already in use for objectAlias|found duplicate object alias|found descriptor with duplicate object name)\\b"),
          of(Cause.AWS_PATH_TRANSLATION, "pathTranslation must be\\b"),
          of(Cause.AWS_VERSION_AND_LABEL, "ssm parameters can not specify both\\b"),
          of(Cause.AWS_RATE_LIMITED, "client rate limiter Wait returned an error"),
          of(
              Cause.AWS_FETCH_FAILED,
              "JMES Path ?- ?(.{1,500}?) for object alias\\b.{0,500}\\bdoes not point to a valid object",
              Detail.KEY),
          of(
              Cause.AWS_FETCH_FAILED,
              "Invalid JMES search result type for path: ?(.{1,500}?)\\.",
              Detail.KEY),
          of(
              Cause.AWS_FETCH_FAILED,
              "Invalid JSON used with jmesPath in secret: ?(.{1,500}?)\\.?$",
              Detail.SECRET),
          of(Cause.JMESPATH_INVALID, "Invalid JMES Path: "),

          // whoever
          of(Cause.VAULT_FLAG_INVALID, "strconv\\.ParseBool: parsing"),
          of(Cause.DEADLINE_EXCEEDED, "context deadline exceeded\\b"));

  private static final Pattern WRAPPING = Pattern.compile("[:=] ");

  private static final Pattern SOCKET =
      Pattern.compile(
          "\\bdial unix (\\S{1,500}?):? ?(?:connect: )?(?:connection refused|no such file or directory|.{0,40}timeout)",
          Pattern.CASE_INSENSITIVE);

  private Wordings() {}

  /** Reads the text by its start, and else by what follows a wrapping that is not known. */
  static Optional<MountText> read(Wrapped text) {
    return socket(text)
        .or(() -> at(text, 0))
        .or(
            () ->
                WRAPPING
                    .matcher(text.words())
                    .results()
                    .flatMap(wrapping -> at(text, wrapping.end()).stream())
                    .findFirst());
  }

  private static Optional<MountText> at(Wrapped text, int start) {
    for (Wording wording : ALL) {
      Matcher matcher = wording.pattern().matcher(text.words());
      matcher.region(start, text.words().length());
      if (matcher.lookingAt()) {
        Map<Detail, String> details = text.with(Detail.ANSWER, text.words().substring(start));
        for (int i = 0; i < wording.named().size(); i++) {
          details.put(wording.named().get(i), matcher.group(i + 1));
        }
        return Optional.of(new MountText(text.words(), wording.cause(), details));
      }
    }
    return Optional.empty();
  }

  /** The driver's own socket and those of providers differ by their names alone. */
  private static Optional<MountText> socket(Wrapped text) {
    Matcher socket = SOCKET.matcher(text.words());
    if (!socket.find()) {
      return Optional.empty();
    }
    String path = socket.group(1).toLowerCase(Locale.ROOT);
    Cause cause =
        path.endsWith("/csi.sock") || path.contains("/plugins/")
            ? Cause.DRIVER_NOT_ANSWERING
            : Cause.PROVIDER_NOT_ANSWERING;
    return Optional.of(new MountText(text.words(), cause, text.details()));
  }

  private static Wording of(Cause cause, String regex, Detail... named) {
    return new Wording(cause, Pattern.compile(regex, Pattern.CASE_INSENSITIVE), List.of(named));
  }
}
