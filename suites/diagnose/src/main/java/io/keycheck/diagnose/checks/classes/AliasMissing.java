package io.keycheck.diagnose.checks.classes;

import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Set;

/** A part of a secret is taken by JMESPath, and no alias names its file. */
public final class AliasMissing implements EntryCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, List<Entry> entries, Findings findings) {
    List<Integer> lines =
        entries.stream()
            .flatMap(entry -> entry.parts().stream())
            .filter(part -> part.text("objectAlias").isBlank())
            .map(Entry::line)
            .toList();
    if (!lines.isEmpty()) {
      findings.add(
          subject.ref(),
          "jmesPath without objectAlias at %s of parameters.%s."
              .formatted(Words.lines(lines), subject.list()),
          "The alias names the file; the provider refuses the whole class without it.",
          List.of(
              subject.edit(),
              "# " + Words.lines(lines) + ": add objectAlias: with the key's name"));
    }
  }

  @Override
  public Set<String> explains() {
    return FAILED_MOUNT;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "An item of jmesPath has a path and no objectAlias.",
        "The pod waits; its event FailedMount says \"Object alias must be specified for JMES"
            + " object\".",
        "Add the alias, which is the key of the contract.",
        "The document, section 3.2, step 11; AWS provider, secret descriptor");
  }
}
