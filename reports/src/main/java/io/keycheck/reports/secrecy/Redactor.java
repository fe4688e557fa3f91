package io.keycheck.reports.secrecy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Masks the values planted in a run wherever they turn up in a text.
 *
 * <p>Recognises each value as it is, line by line, and as JSON, XML, URL, hexadecimal and base64
 * (also in the middle of a longer base64 text), and the start of one where a text was cut. Anything
 * that starts with {@link SecretText#CANARY} is masked even if it was never remembered, and so is
 * what has the look of a token or of a password that Vault made. Safe for use by many threads.
 */
public final class Redactor {
  /**
   * Length of the shortest value that can be masked, in characters.
   *
   * <p>Masking {@code true} or {@code 5432} would deface every report: plant {@linkplain
   * SecretText#random random values} instead.
   */
  public static final int SHORTEST = 6;

  private static final Comparator<String> LONGEST_FIRST =
      Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

  /** Spellings of all values by their first {@link #SHORTEST} characters, longest first. */
  private final Map<String, List<String>> spellings = new ConcurrentHashMap<>();

  /** Starts without any value to mask, other than canaries. */
  public Redactor() {
    // Then a canary is found like any other value.
    add(SecretText.CANARY);
  }

  /**
   * Adds a value to mask from now on.
   *
   * @return whether it will be masked, which values shorter than {@link #SHORTEST} never are
   */
  public boolean remember(SecretText secret) {
    String value = secret.reveal();
    if (value.length() < SHORTEST) {
      return false;
    }
    Disguises.of(value).forEach(this::add);
    return true;
  }

  /** Returns the text with {@link SecretText#MASK} in place of every value. */
  public String redact(String text) {
    return Shapes.masked(withoutPlanted(text));
  }

  private String withoutPlanted(String text) {
    StringBuilder masked = null;
    int copied = 0;
    int at = 0;
    while (at + SHORTEST <= text.length()) {
      int length = secretAt(text, at);
      if (length == 0) {
        at++;
        continue;
      }
      if (masked == null) {
        masked = new StringBuilder(text.length());
      }
      masked.append(text, copied, at).append(SecretText.MASK);
      at += length;
      copied = at;
    }
    return masked == null ? text : masked.append(text, copied, text.length()).toString();
  }

  /** Returns whether the text holds a value, in any spelling. */
  public boolean leaks(String text) {
    for (int at = 0; at + SHORTEST <= text.length(); at++) {
      if (secretAt(text, at) > 0) {
        return true;
      }
    }
    return Shapes.isIn(text);
  }

  private void add(String spelling) {
    if (spelling.length() < SHORTEST) {
      return;
    }
    spellings.compute(
        spelling.substring(0, SHORTEST),
        (start, known) -> {
          if (known == null) {
            return List.of(spelling);
          }
          if (known.contains(spelling)) {
            return known;
          }
          List<String> longer = new ArrayList<>(known);
          longer.add(spelling);
          longer.sort(LONGEST_FIRST);
          return List.copyOf(longer);
        });
  }

  /** Returns how many characters of the text from here on are a value, or 0. */
  private int secretAt(String text, int at) {
    List<String> candidates = spellings.get(text.substring(at, at + SHORTEST));
    if (candidates == null) {
      return 0;
    }
    for (String spelling : candidates) {
      if (text.startsWith(spelling, at)) {
        return spelling.equals(SecretText.CANARY) ? canaryLength(text, at) : spelling.length();
      }
      int common = commonLength(text, at, spelling);
      if (common >= SHORTEST && isCut(text, at + common)) {
        return common;
      }
    }
    return 0;
  }

  private static int canaryLength(String text, int at) {
    int end = at + SecretText.CANARY.length();
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end - at;
  }

  private static int commonLength(String text, int at, String spelling) {
    int most = Math.min(spelling.length(), text.length() - at);
    int common = 0;
    while (common < most && text.charAt(at + common) == spelling.charAt(common)) {
      common++;
    }
    return common;
  }

  /** Returns whether the text ends here, or says that it was cut here. */
  private static boolean isCut(String text, int at) {
    return at == text.length()
        || text.startsWith("…", at)
        || text.startsWith("...", at)
        || text.startsWith("\n[cut: ", at);
  }
}
