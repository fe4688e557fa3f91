package io.keycheck.diagnose.mounts;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the AWS provider says of secrets and parameters that it could not fetch. */
final class AwsText {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE;

  private static final Pattern ALL_REGIONS =
      Pattern.compile(
          "(?:^|[:=] )Failed to fetch (?:secret|parameter)s? from all regions\\.?"
              + "(?: Verify [^:]{1,200}: ?(.{1,2000}))?",
          CASELESS);

  private static final Pattern ONE_REGION =
      Pattern.compile(
          "(?:^|[:=] )(?:([a-z0-9-]{1,40}): )?Failed fetching (?:secrets?|parameters?)"
              + "(?: (\\S{1,2048}?))?: (.+)",
          CASELESS);

  /** As the SDK starts an error that no provider has wrapped. */
  private static final Pattern BARE =
      Pattern.compile(
          "(?:^|[:=] )((?:operation error |WebIdentityErr\\b|InvalidParameters: ).+)", CASELESS);

  private static final Pattern PARAMETERS =
      Pattern.compile(
          "InvalidParameters: (?:([a-z0-9-]{1,40}): )?invalid parameters: ?(.+)", CASELESS);

  private static final Pattern STATUS = Pattern.compile("status ?code: (\\d{3})", CASELESS);
  private static final Pattern REQUEST_ID =
      Pattern.compile("request ?id: ?([\\w-]{1,64})", CASELESS);
  private static final Pattern LOOKUP =
      Pattern.compile("\\blookup ([^\\s:]{1,300})(?: on \\S{1,100})?: ", CASELESS);

  private AwsText() {}

  static Optional<MountText> read(Wrapped text) {
    Matcher all = ALL_REGIONS.matcher(text.words());
    if (all.find()) {
      Map<Detail, String> details = text.with(Detail.ANSWER, text.words());
      put(details, Detail.SECRET, all.group(1));
      return Optional.of(new MountText(text.words(), Cause.AWS_FETCH_FAILED, details));
    }
    Matcher one = ONE_REGION.matcher(text.words());
    if (one.find()) {
      Map<Detail, String> details = text.with(Detail.ANSWER, one.group(3));
      put(details, Detail.REGION, one.group(1));
      put(details, Detail.SECRET, one.group(2));
      return Optional.of(refused(text, one.group(3), details));
    }
    Matcher bare = BARE.matcher(text.words());
    if (bare.find()) {
      return Optional.of(refused(text, bare.group(1), text.with(Detail.ANSWER, bare.group(1))));
    }
    return Optional.empty();
  }

  private static MountText refused(Wrapped text, String said, Map<Detail, String> details) {
    find(STATUS, said, details, Detail.STATUS);
    find(REQUEST_ID, said, details, Detail.REQUEST_ID);
    find(LOOKUP, said, details, Detail.HOST);
    Matcher parameters = PARAMETERS.matcher(said);
    if (parameters.find()) {
      put(details, Detail.REGION, parameters.group(1));
      put(details, Detail.SECRET, parameters.group(2));
    }
    return new MountText(text.words(), cause(said.toLowerCase(Locale.ROOT)), details);
  }

  /** Returns the cause; errors of STS come first, since those of the store may wrap them. */
  private static Cause cause(String said) {
    if (said.contains("request arn is invalid")) {
      return Cause.ROLE_ARN_MALFORMED;
    }
    if (said.contains("expiredtoken") || said.contains("token is expired")) {
      return Cause.AWS_TOKEN_EXPIRED;
    }
    if (said.contains("invalididentitytoken")
        || said.contains("idpcommunicationerror")
        || said.contains("no openidconnect provider")) {
      return Cause.AWS_IDENTITY_UNKNOWN;
    }
    if (said.contains("accessdenied") && said.contains("assumerole")) {
      return Cause.AWS_ASSUME_ROLE_DENIED;
    }
    if (said.contains("decryptionfailure") || said.contains("access to kms is not allowed")) {
      return Cause.AWS_DECRYPTION_FAILED;
    }
    if (said.contains("accessdenied")) {
      return said.contains("kms:decrypt") ? Cause.AWS_DECRYPTION_FAILED : Cause.AWS_ACCESS_DENIED;
    }
    if (said.contains("marked for deletion") || said.contains("marked deleted")) {
      return Cause.AWS_SECRET_DELETED;
    }
    if (said.contains("resourcenotfound")
        || said.contains("can't find the specified secret")
        || said.contains("parameternotfound")
        || said.contains("invalid parameters: ")) {
      return Cause.AWS_SECRET_NOT_FOUND;
    }
    if (said.contains("throttling")
        || said.contains("rate exceeded")
        || said.contains("rate limit")
        || said.contains("too many requests")) {
      return Cause.AWS_RATE_LIMITED;
    }
    if (said.contains("dial tcp")
        || said.contains("no such host")
        || said.contains("timeout")
        || said.contains("deadline exceeded")
        || said.contains("x509: ")) {
      return Cause.AWS_FETCH_FAILED;
    }
    return Cause.AWS_REFUSED;
  }

  private static void find(Pattern pattern, String said, Map<Detail, String> into, Detail detail) {
    Matcher matcher = pattern.matcher(said);
    if (matcher.find()) {
      put(into, detail, matcher.group(1));
    }
  }

  private static void put(Map<Detail, String> details, Detail detail, String value) {
    if (value != null && !value.isBlank()) {
      details.put(detail, value.strip());
    }
  }
}
