package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.diagnose.entries.JmesPath;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A JMESPath names a key with a hyphen, and does not quote it. */
public final class JmespathUnquoted implements EntryCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, List<Entry> entries, Findings findings) {
    List<Entry> wrong =
        entries.stream()
            .flatMap(entry -> entry.parts().stream())
            .filter(part -> JmesPath.hasUnquotedHyphen(part.text("path")))
            .filter(part -> !Placeholders.inPath(part.text("path")))
            .toList();
    if (wrong.isEmpty()) {
      return;
    }
    List<String> seen =
        wrong.stream()
            .map(part -> "line %d: path %s".formatted(line(part), quoted(part.text("path"))))
            .toList();
    List<String> remedy = new ArrayList<>();
    remedy.add(subject.edit());
    wrong.stream()
        .limit(Words.MOST)
        .map(
            part ->
                "# line %d: path: '%s'"
                    .formatted(line(part), Words.cut(JmesPath.quoted(part.text("path")))))
        .forEach(remedy::add);
    findings.add(
        subject.ref(),
        "In parameters.%s, %s.".formatted(subject.list(), Words.list(seen)),
        "To JMESPath a hyphen outside double quotes is no part of a name; YAML's own quotes do not"
            + " reach it. The provider then fetches nothing.",
        remedy);
  }

  private static int line(Entry part) {
    return part.fields().get("path").line();
  }

  @Override
  public Set<String> explains() {
    return Set.of("mount-failed", "delivery-incomplete", "aws-fetch-failed");
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "A path names a key such as database-type without the double quotes that JMESPath needs"
            + " around a name with a hyphen.",
        "The pod waits; its event FailedMount says \"Failed to fetch secret from all regions\", and"
            + " only the provider's log says \"Invalid JMES Path\".",
        "Write the double quotes within single ones: path: '\"database-type\"'.",
        "The document, section 3.2, step 11; JMESPath specification, identifiers");
  }
}
