package io.keycheck.diagnose.mounts;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Vault answered, or why it could not be asked. */
final class VaultText {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE;

  /** As the client of Vault writes an answer that is an error; raw where it is not Vault's form. */
  private static final Pattern ANSWER =
      Pattern.compile(
          "Error making API request\\. (?:Namespace: (\\S{1,500}) )?URL: ([A-Z]{2,10}) (\\S{1,4000})"
              + " Code: (\\d{3})\\. (?:Errors|Raw Message): ?(.*)",
          CASELESS);

  private static final Pattern KEY =
      Pattern.compile(
          "(?:\\{([^{}]{1,2000})\\}: \\{)?key \"([^\"]{1,1000})\" does not exist at the secret path",
          CASELESS);

  /** As Go writes a request that got no answer: method, address, reason. */
  private static final Pattern REQUEST =
      Pattern.compile(
          "(?:^|[:,] )(GET|PUT|POST|LIST|PATCH|DELETE|HEAD) \"?(https?://[^\\s\"]{1,4000}?)\"?: (.+)",
          CASELESS);

  private static final Pattern ADDRESS =
      Pattern.compile("(https?)://([^/\\s]{1,500})(/[^?#]{0,4000})?.{0,4000}", CASELESS);
  private static final Pattern LOGIN_PATH =
      Pattern.compile("(?:(.{1,1000})/)?auth/(.{1,1000})/login/?");
  private static final Pattern ROLE =
      Pattern.compile("(?:invalid role name|role) \"([^\"]{1,500})\"", CASELESS);

  private VaultText() {}

  /** Reads an answer of Vault, or what its provider found missing in one. */
  static Optional<MountText> answer(Wrapped text) {
    Matcher answer = ANSWER.matcher(text.words());
    if (answer.find()) {
      return Optional.of(answer(text, answer));
    }
    Matcher key = KEY.matcher(text.words());
    if (key.find() && (key.start() == 0 || text.words().charAt(key.start() - 1) == ' ')) {
      Map<Detail, String> details = text.with(Detail.KEY, key.group(2));
      if (key.group(1) != null) {
        details.put(Detail.PATH, key.group(1));
      }
      return Optional.of(new MountText(text.words(), Cause.VAULT_KEY_NOT_FOUND, details));
    }
    return Optional.empty();
  }

  /** Reads a request to Vault that got no answer. */
  static Optional<MountText> request(Wrapped text) {
    Matcher request = REQUEST.matcher(text.words());
    if (request.find()) {
      Map<Detail, String> details = text.with(Detail.METHOD, request.group(1));
      address(request.group(2), details);
      if (!details.containsKey(Detail.PATH)) {
        return Optional.empty(); // Kubernetes, or something else that is not Vault
      }
      return Optional.of(
          new MountText(text.words(), NetworkText.cause(request.group(3), details), details));
    }
    if (!text.login() && !text.reading()) {
      return Optional.empty();
    }
    Map<Detail, String> details = new EnumMap<>(Detail.class);
    details.putAll(text.details());
    return Optional.of(NetworkText.cause(text.words(), details))
        .filter(cause -> cause != Cause.VAULT_REQUEST_FAILED)
        .map(cause -> new MountText(text.words(), cause, details));
  }

  private static MountText answer(Wrapped text, Matcher answer) {
    String method = answer.group(2).toUpperCase(Locale.ROOT);
    String said = answer.group(5).strip();
    Map<Detail, String> details = text.with(Detail.METHOD, method);
    details.put(Detail.STATUS, answer.group(4));
    details.put(Detail.ANSWER, said);
    address(answer.group(3), details);
    if (answer.group(1) != null) {
      details.put(Detail.NAMESPACE, answer.group(1).replaceAll("/+$", ""));
    }
    Matcher role = ROLE.matcher(said);
    if (role.find()) {
      details.put(Detail.ROLE, role.group(1));
    }
    boolean login = details.containsKey(Detail.MOUNT) && !method.equals("GET");
    int status = Integer.parseInt(answer.group(4));
    Cause cause = VaultAnswer.cause(login || text.login(), status, said.toLowerCase(Locale.ROOT));
    return new MountText(text.words(), cause, details);
  }

  /** Takes an address apart; it is Vault's if its path goes by {@code /v1/}. */
  private static void address(String url, Map<Detail, String> details) {
    details.put(Detail.URL, url);
    Matcher address = ADDRESS.matcher(url);
    if (!address.matches()) {
      return;
    }
    details.put(Detail.HOST, address.group(2));
    String path = address.group(3) == null ? "" : address.group(3);
    int version = path.indexOf("/v1/");
    if (version < 0 || path.startsWith("/api/") || path.startsWith("/apis/")) {
      return;
    }
    String asked = path.substring(version + "/v1/".length());
    details.put(Detail.PATH, asked);
    Matcher login = LOGIN_PATH.matcher(asked);
    if (login.matches()) {
      details.put(Detail.MOUNT, login.group(2));
      if (login.group(1) != null) {
        details.put(Detail.NAMESPACE, login.group(1));
      }
    }
  }
}
