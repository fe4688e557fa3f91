package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entries;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.diagnose.snapshot.SyncedSecret;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A value still holds what the documentation leaves to the reader. */
public final class PlaceholderLeft implements ClassCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, Findings findings) {
    List<String> seen = seen(subject);
    if (!seen.isEmpty()) {
      findings.add(
          subject.ref(),
          Words.list(seen) + ".",
          "These are placeholders of the documentation; the provider takes them at their word.",
          remedy(subject));
    }
  }

  private static List<String> seen(Subject subject) {
    List<String> seen = new ArrayList<>();
    note("metadata.name", subject.resource().meta().name(), seen);
    subject
        .resource()
        .parameters()
        .forEach(
            (name, value) -> {
              if (!name.equals(subject.list())) {
                note(name, value, seen);
              }
            });
    if (subject.entries() instanceof Entries.Readable readable) {
      readable.entries().forEach(entry -> note(entry, seen));
    }
    for (SyncedSecret synced : subject.resource().synced()) {
      note("secretName", synced.secretName(), seen);
      synced.data().forEach(datum -> note("secretObjects objectName", datum.objectName(), seen));
    }
    return seen;
  }

  private static void note(Entry entry, List<String> seen) {
    entry
        .fields()
        .forEach(
            (name, field) -> {
              boolean curlyMeans = name.equals("path");
              if (!curlyMeans || Placeholders.inPath(field.value())) {
                note("line " + field.line() + " " + Words.cut(name), field.value(), seen);
              }
            });
    entry.parts().forEach(part -> note(part, seen));
  }

  private static void note(String where, String value, List<String> seen) {
    if (Placeholders.in(value)) {
      seen.add(where + ": " + quoted(value));
    }
  }

  private static List<String> remedy(Subject subject) {
    List<String> remedy = new ArrayList<>();
    remedy.add(subject.edit());
    if (subject.isOf(Provider.VAULT)) {
      remedy.add("# the role and the secrets that there are:");
      remedy.add("vault list auth/kubernetes/role");
      remedy.add("vault kv list secret/");
    } else if (subject.isOf(Provider.AWS)) {
      remedy.add("# the secrets that there are:");
      remedy.add("aws secretsmanager list-secrets --query 'SecretList[].Name'");
    }
    return remedy;
  }

  @Override
  public Set<String> explains() {
    return Set.of(
        "mount-failed",
        "delivery-incomplete",
        "vault-name-unresolved",
        "vault-role-unknown",
        "vault-policy-denies",
        "vault-secret-not-found",
        "aws-secret-not-found",
        "aws-fetch-failed");
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The class was copied from the documentation, and a name in angle or curly brackets was not"
            + " replaced. It is said once per class, with the places.",
        "The mount fails with whatever the store says of such a name: an invalid role name, a host"
            + " that does not exist, a secret that is not found.",
        "Replace every placeholder by the name that was chosen in the step before.",
        "The document, sections 3.1, step 13, and 3.2, step 11");
  }
}
