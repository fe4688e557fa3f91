package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.diagnose.entries.EntryFields;
import io.keycheck.diagnose.entries.Spelling;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.stream.Stream;

/** An entry has a field that no provider knows. */
public final class EntryFieldUnknown implements EntryCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.INFO;
  }

  @Override
  public void look(Subject subject, List<Entry> entries, Findings findings) {

    Provider provider = subject.provider().orElseThrow();
    List<String> known = EntryFields.of(provider).texts();
    List<String> seen =
        entries.stream()
            .flatMap(entry -> Stream.concat(Stream.of(entry), entry.parts().stream()))
            .flatMap(entry -> entry.fields().entrySet().stream())
            .filter(field -> EntryFields.whose(field.getKey()).isEmpty())
            .map(
                field ->
                    "line %d has %s%s"
                        .formatted(
                            field.getValue().line(),
                            quoted(field.getKey()),
                            Spelling.nearest(field.getKey(), known)
                                .map(near -> " (did you mean " + near + "?)")
                                .orElse("")))
            .toList();
    if (!seen.isEmpty()) {
      findings.add(
          subject.ref(),
          "In parameters.%s, %s.".formatted(subject.list(), Words.list(seen)),
          "A provider passes over fields that it does not know, and says nothing.",
          List.of(subject.edit(), "# the fields are " + String.join(", ", known)));
    }
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "An entry has a field that no provider knows, most often one that is misspelt.",
        "Nothing says so; the entry behaves as if the field were absent.",
        "Spell the field as the provider does; capitals count.",
        "The providers' own pages");
  }
}
