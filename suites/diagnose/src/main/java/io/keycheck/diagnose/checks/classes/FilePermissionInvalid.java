package io.keycheck.diagnose.checks.classes;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.diagnose.entries.Field;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An entry names permissions that its provider cannot read. */
public final class FilePermissionInvalid implements EntryCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, List<Entry> entries, Findings findings) {

    entries.stream()
        .flatMap(entry -> Stream.concat(Stream.of(entry), entry.parts().stream()))
        .filter(
            entry ->
                entry.has("filePermission")
                    && !isValid(subject, entry.fields().get("filePermission")))
        .limit(Words.MOST)
        .forEach(entry -> add(subject, entry.fields().get("filePermission"), findings));
  }

  private static void add(Subject subject, Field field, Findings findings) {
    String right = subject.isOf(Provider.VAULT) ? "0644, without quotes" : "\"0644\", in quotes";
    findings.add(
        subject.ref(),
        "%s says filePermission %s%s."
            .formatted(
                subject.place(field.line()),
                Words.cut(field.value()),
                field.quoted() ? " in quotes" : ""),
        "The provider reads %s; anything else is refused, or taken for other permissions."
            .formatted(right),
        List.of(subject.edit(), "# line " + field.line() + ": filePermission: " + right));
  }

  private static boolean isValid(Subject subject, Field field) {
    return switch (subject.provider().orElseThrow()) {
      case VAULT ->
          field.value().isEmpty() || (!field.quoted() && field.value().matches("0o?[0-7]{3}"));
      case AWS -> field.value().isEmpty() || (field.quoted() && field.value().matches("[0-7]{4}"));
      case AZURE -> field.value().isEmpty() || field.value().matches("0?[0-7]{3}");
      case GCP -> true;
    };
  }

  @Override
  public Set<String> explains() {
    return FAILED_MOUNT;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "filePermission of an entry is written as its provider does not read it: Vault takes an octal number, AWS four octal digits as a text.",
        "The pod waits; its event FailedMount says \"Invalid File Permission\" or \"cannot unmarshal !!str\"; an unquoted 644 gives odd permissions.",
        "Write it as the provider takes it, or leave it out.",
        "AWS provider, secret descriptor; Vault provider, entries");
  }
}
