package io.keycheck.reports;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Text that people wrote for a report: on one line, not empty, and no longer than a page is wide.
 */
final class Line {
  private Line() {}

  static String of(String name, String text, int longest) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("%s is missing".formatted(name));
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("%s has to be on one line".formatted(name));
    }
    if (text.length() > longest) {
      throw new IllegalArgumentException(
          "%s is longer than %d characters".formatted(name, longest));
    }
    return WellFormed.of(text.strip());
  }

  static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
