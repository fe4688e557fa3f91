package io.keycheck.reports.secrecy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Searches what was written for values that a run planted, without knowing them.
 *
 * <p>Every random value starts with {@link SecretText#CANARY}, so that is looked for: as it is, as
 * JSON, XML and URL, as hexadecimal, and as base64 wherever in a longer text it begins, also where
 * that is broken into lines. Tokens of ServiceAccounts and of Vault, and passwords that Vault made,
 * are no such values; they are found by their look. What is never found is what has no such start:
 * the words that the contract fixes, and a value of which only a later part was written.
 */
public final class SecretSearch {
  private static final Set<String> SPELLINGS = Disguises.of(SecretText.CANARY);

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private SecretSearch() {}

  /**
   * Says where a text holds a value, and never the value.
   *
   * @return one phrase for each line that does, such as {@code line 3}
   */
  public static List<String> hits(String text) {
    List<String> hits = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (holdsValue(lines[i])) {
        hits.add("line " + (i + 1));
      }
    }
    if (hits.isEmpty() && holdsValue(SPACE.matcher(text).replaceAll(""))) {
      hits.add("over several lines");
    }
    return hits;
  }

  private static boolean holdsValue(String text) {
    return SPELLINGS.stream().anyMatch(text::contains) || Shapes.isIn(text);
  }
}
