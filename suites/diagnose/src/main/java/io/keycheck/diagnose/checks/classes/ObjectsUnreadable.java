package io.keycheck.diagnose.checks.classes;

import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entries;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Set;

/** What the class lists is no list that its provider can read. */
public final class ObjectsUnreadable implements ClassCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, Findings findings) {
    if (subject.entries() instanceof Entries.Unreadable unreadable) {
      findings.add(
          subject.ref(),
          "%s, column %d: %s."
              .formatted(
                  subject.place(unreadable.line()),
                  unreadable.column(),
                  Words.cut(unreadable.message())),
          "The parameter is a text that has to be YAML of its own; as it is none, the provider"
              + " refuses the whole mount.",
          List.of(
              subject.edit(),
              "# look at line %d and the one before it: indentation, and quotes that are not closed"
                  .formatted(unreadable.line())));
    }
  }

  @Override
  public Set<String> explains() {
    return FAILED_MOUNT;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "parameters.objects (parameters.secrets for gcp) is a text within the class, and is no YAML"
            + " list of entries; for azure, no map whose array: lists texts. Lines are counted from"
            + " the text's first one.",
        "The class is accepted, and the pod waits; its event FailedMount says \"yaml: line N: …\","
            + " \"cannot unmarshal …\" or \"Failed to load SecretProviderClass\". The line there"
            + " may differ by a few.",
        "Mend the indentation or the quote at the place that is named.",
        "The document, sections 3.1, step 13, and 3.2, step 11; the providers' own pages");
  }
}
