package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An entry names an encoding that its provider does not know. */
public final class EncodingInvalid implements EntryCheck {
  private static final Set<String> KNOWN = Set.of("utf-8", "base64", "hex");

  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, List<Entry> entries, Findings findings) {

    if (!subject.isOf(Provider.VAULT) && !subject.isOf(Provider.AZURE)) {
      return;
    }
    String field = subject.isOf(Provider.VAULT) ? "encoding" : "objectEncoding";
    entries.stream()
        .filter(entry -> !entry.text(field).isEmpty())
        .filter(entry -> !KNOWN.contains(entry.text(field).toLowerCase(Locale.ROOT)))
        .limit(Words.MOST)
        .forEach(
            entry ->
                findings.add(
                    subject.ref(),
                    "%s says %s %s."
                        .formatted(
                            subject.place(entry.fields().get(field).line()),
                            field,
                            quoted(entry.text(field))),
                    "The provider knows utf-8, base64 and hex.",
                    List.of(
                        subject.edit(), "# remove the line, unless the store holds encoded text")));
  }

  @Override
  public Set<String> explains() {
    return FAILED_MOUNT;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "encoding (vault) or objectEncoding (azure) of an entry is none of utf-8, base64 and hex.",
        "The pod waits; its event FailedMount says \"invalid encoding type. Should be utf-8, base64, or hex\".",
        "Remove the field: values are texts.",
        "Vault provider, entries");
  }
}
