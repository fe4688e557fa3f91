package io.keycheck.reports.secrecy;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The spellings under which a value turns up in logs, answers and files of other programs. */
final class Disguises {
  private static final Pattern PERCENT = Pattern.compile("%[0-9A-F]{2}");

  private Disguises() {}

  static Set<String> of(String value) {
    Set<String> all = new LinkedHashSet<>();
    addSpellings(value, all);
    // Programs print a value line by line, and drop the space around it.
    addSpellings(value.strip(), all);
    value.lines().forEach(line -> addSpellings(line.strip(), all));
    addBytes(value.getBytes(StandardCharsets.UTF_8), all);
    return all;
  }

  private static void addSpellings(String value, Set<String> all) {
    all.add(value);
    String json = new String(JsonStringEncoder.getInstance().quoteAsString(value));
    all.add(json);
    // Go, which Kubernetes and Vault are written in, escapes HTML within JSON.
    all.add(json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"));
    String xml = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    all.add(xml);
    all.add(xml.replace("\"", "&quot;").replace("'", "&apos;"));
    all.add(xml.replace("\"", "&#34;").replace("'", "&#39;"));
    String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
    for (String url : new String[] {form, form.replace("+", "%20")}) {
      all.add(url);
      all.add(PERCENT.matcher(url).replaceAll(Disguises::lowerCase));
    }
  }

  private static String lowerCase(MatchResult escape) {
    return escape.group().toLowerCase(Locale.ROOT);
  }

  private static void addBytes(byte[] bytes, Set<String> all) {
    all.add(HexFormat.of().formatHex(bytes));
    all.add(HexFormat.of().withUpperCase().formatHex(bytes));
    for (Base64.Encoder base64 :
        new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()}) {
      all.add(base64.encodeToString(bytes));
      for (int offset = 0; offset < 3; offset++) {
        all.add(inner(base64, bytes, offset));
      }
    }
  }

  /**
   * Returns the characters that the bytes yield within a longer encoded text, whatever is around
   * them, when {@code offset} bytes of the text precede them in their group of three.
   */
  private static String inner(Base64.Encoder base64, byte[] bytes, int offset) {
    byte[] shifted = new byte[offset + bytes.length];
    System.arraycopy(bytes, 0, shifted, offset, bytes.length);
    String encoded = base64.withoutPadding().encodeToString(shifted);
    // Each character holds six bits; those that hold a bit of a neighbour are not ours alone.
    int first = (offset * 8 + 5) / 6;
    int last = (shifted.length * 8) / 6;
    return first < last ? encoded.substring(first, last) : "";
  }
}
