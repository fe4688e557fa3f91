package io.keycheck.reports.html;

import io.keycheck.reports.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A page that needs nothing else: no script, no font, no address; a policy in it forbids them.
 *
 * <p>Foreign text gets into a page through {@link #escaped} or {@link #block} alone.
 */
public final class Html {
  private static final String CSP =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action"
          + " 'none'";

  private Html() {}

  /**
   * Returns the page up to and with the start of its body, and the marks that {@link #mark} draws.
   *
   * @param title foreign text
   * @param css the page's own rules, after those of all pages
   */
  public static String head(String title, String css) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\""
        + CSP
        + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n"
        + "<meta name=\"referrer\" content=\"no-referrer\">\n<title>"
        + escaped(title)
        + " · Keycheck</title>\n<style>\n"
        + resource(Html.class, "page.css")
        + css
        + "</style>\n</head>\n<body>\n"
        + resource(Html.class, "marks.svg");
  }

  /** Draws a mark (ok, warning, error, unknown, unused, info); the word beside it says the same. */
  public static String mark(String name) {
    return "<svg class=\"mark\" aria-hidden=\"true\"><use href=\"#mark-" + name + "\"/></svg>";
  }

  /** Returns foreign text on one line, as text of an element or of an attribute. */
  public static String escaped(String text) {
    return markup(Visible.inline(text));
  }

  /** Returns foreign text on one line with its spaces as they are, for what is to be copied. */
  public static String line(String text) {
    return markup(Visible.line(text));
  }

  /** Returns foreign text with its lines, for a {@code pre}. */
  public static String block(String text) {
    StringBuilder html = new StringBuilder(text.length() + 64);
    String[] lines = text.split("\n", -1);
    int end = lines.length;
    while (end > 1 && lines[end - 1].isEmpty()) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      html.append(i == 0 ? "" : "\n").append(markup(Visible.line(lines[i].replace("\t", "    "))));
    }
    return html.toString();
  }

  /** Returns what lies beside a class, such as the rules of its page. */
  public static String resource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("The parts of the page lie beside its class.", e);
    }
  }

  private static String markup(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '&' -> html.append("&amp;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
    return html.toString();
  }
}
