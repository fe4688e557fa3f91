package io.keycheck.reports.secrecy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets that no run planted and that are known by their look: tokens of ServiceAccounts (RFC
 * 7519, section 3), tokens of Vault (its documentation, "Tokens": {@code hvs.} for service, {@code
 * hvb.} for batch, {@code hvr.} for recovery; one letter until version 1.9), and passwords that
 * Vault made for a database ({@link MadePassword}).
 */
final class Shapes {
  /** The header of a token and its claims begin with an object's first key. */
  private static final String WEB_TOKEN =
      "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{20,}";

  private static final String VAULT_TOKEN =
      "\\bhv[sbr]\\.[A-Za-z0-9_-]{20,}|(?<![\\w.])[sbr]\\.(?=[A-Za-z]*[0-9])[A-Za-z0-9]{24}\\b";

  private static final String MADE = "[" + MadePassword.LETTERS + "]{" + MadePassword.LENGTH + "}";

  private static final Pattern ALL = Pattern.compile(WEB_TOKEN + "|" + VAULT_TOKEN + "|" + MADE);

  /** Long enough for the shortest of them to be in it. */
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{34,}");

  private static final Pattern HEXADECIMAL =
      Pattern.compile(
          "(?:" + hexadecimal() + "){" + MadePassword.LENGTH + "}", Pattern.CASE_INSENSITIVE);

  private Shapes() {}

  /** Returns whether a text holds one, as it is, as base64 or, of a password, as hexadecimal. */
  static boolean isIn(String text) {
    if (ALL.matcher(text).find() || HEXADECIMAL.matcher(text).find()) {
      return true;
    }
    Matcher encoded = BASE64.matcher(text);
    while (encoded.find()) {
      if (isWithin(encoded.group())) {
        return true;
      }
    }
    return false;
  }

  /** Returns the text with the mask in place of each that is there as it is. */
  static String masked(String text) {
    return ALL.matcher(text).replaceAll(Matcher.quoteReplacement(SecretText.MASK));
  }

  /** Where in a group of four the text begins is not known: each is tried. */
  private static boolean isWithin(String encoded) {
    String standard = encoded.replace('-', '+').replace('_', '/');
    for (int offset = 0; offset < 4; offset++) {
      int length = standard.length() - offset;
      // One letter of the last group tells no byte; two or three do, though what fills it is
      // missing.
      length -= length % 4 == 1 ? 1 : 0;
      byte[] bytes = Base64.getDecoder().decode(standard.substring(offset, offset + length));
      if (ALL.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).find()) {
        return true;
      }
    }
    return false;
  }

  private static String hexadecimal() {
    List<String> letters =
        MadePassword.LETTERS.chars().mapToObj(letter -> Integer.toHexString(letter)).toList();
    return String.join("|", letters);
  }
}
