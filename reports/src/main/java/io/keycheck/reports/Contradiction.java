package io.keycheck.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** Finds where a report says something else than follows from its own results. */
final class Contradiction {
  private Contradiction() {}

  static void refuse(JsonNode given, JsonNode follows) throws UnreadableReport {
    refuse("", given, follows);
  }

  private static void refuse(String at, JsonNode given, JsonNode follows) throws UnreadableReport {
    if (given == null || follows == null) {
      throw new UnreadableReport(
          given == null
              ? "The report lacks %s.".formatted(at)
              : "The report holds %s, which no report has.".formatted(Visible.inline(at)));
    }
    if (given.equals(follows)) {
      return;
    }
    if (given.isObject() && follows.isObject()) {
      Set<String> names = new TreeSet<>();
      given.fieldNames().forEachRemaining(names::add);
      follows.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        refuse(at.isEmpty() ? name : at + "." + name, given.get(name), follows.get(name));
      }
      return;
    }
    if (given.isArray() && follows.isArray() && given.size() == follows.size()) {
      for (int i = 0; i < given.size(); i++) {
        refuse("%s[%d]".formatted(at, i), given.get(i), follows.get(i));
      }
      return;
    }
    throw new UnreadableReport(
        "The report contradicts itself: %s is %s, but by its results it is %s."
            .formatted(Visible.inline(at), shown(given), shown(follows)));
  }

  private static String shown(JsonNode value) {
    String text = Visible.inline(value.toString());
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
