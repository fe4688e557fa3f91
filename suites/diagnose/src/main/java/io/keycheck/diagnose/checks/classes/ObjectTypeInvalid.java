package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.diagnose.entries.Spelling;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Set;

/** An entry does not say what kind of object it names, or names none that there is. */
public final class ObjectTypeInvalid implements EntryCheck {
  private static final List<String> OF_AWS = List.of("secretsmanager", "ssmparameter");
  private static final List<String> OF_AZURE = List.of("secret", "key", "cert");

  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, List<Entry> entries, Findings findings) {
    boolean aws = subject.isOf(Provider.AWS);
    if (!aws && !subject.isOf(Provider.AZURE)) {
      return;
    }
    Provider provider = subject.provider().orElseThrow();
    List<String> types = aws ? OF_AWS : OF_AZURE;
    List<Entry> wrong =
        entries.stream()
            .filter(entry -> !entry.text("objectName").isBlank())
            .filter(entry -> Misplaced.of(provider, entry).isEmpty())
            .filter(entry -> !isValid(entry, types, aws))
            .toList();
    if (wrong.isEmpty()) {
      return;
    }
    String choice = String.join(" or ", types);
    findings.add(
        subject.ref(),
        Words.list(wrong.stream().map(entry -> seen(subject, entry, types)).toList()) + ".",
        "The provider knows %s%s, and refuses the whole class for one entry that says neither."
            .formatted(choice, aws ? ", or takes the kind from a full ARN" : ""),
        List.of(
            subject.edit(),
            "# %s: write objectType: %s"
                .formatted(
                    Words.lines(wrong.stream().map(Entry::line).toList()),
                    proposal(wrong.get(0), types))));
  }

  private static boolean isValid(Entry entry, List<String> types, boolean aws) {
    String type = entry.text("objectType");
    boolean named = aws && type.isEmpty() && entry.text("objectName").startsWith("arn:");
    return named || types.contains(type) || Placeholders.in(type);
  }

  private static String seen(Subject subject, Entry entry, List<String> types) {
    String type = entry.text("objectType");
    if (type.isBlank()) {
      return "the entry at " + subject.place(entry.line()) + " has no objectType";
    }
    int line = entry.fields().get("objectType").line();
    return "%s says objectType %s%s"
        .formatted(
            subject.place(line),
            quoted(type),
            Spelling.nearest(type, types).map(near -> " (did you mean " + near + "?)").orElse(""));
  }

  private static String proposal(Entry entry, List<String> types) {
    return Spelling.nearest(entry.text("objectType"), types).orElse(types.get(0));
  }

  @Override
  public Set<String> explains() {
    return FAILED_MOUNT;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "An entry for aws says objectType neither secretsmanager nor ssmparameter, or says none and"
            + " names no full ARN; an entry for azure says neither secret, key nor cert.",
        "The pod waits; its event FailedMount says \"Invalid objectType\" or \"Must use objectType"
            + " when a full ARN is not specified\".",
        "Write the kind that the object is of.",
        "The document, section 3.2, step 11; AWS provider, secret descriptor");
  }
}
