package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entry;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Set;

/** What the AWS provider is to fall back to is not complete. */
public final class FailoverIncomplete implements EntryCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, List<Entry> entries, Findings findings) {

    if (!subject.isOf(Provider.AWS)) {
      return;
    }
    String failover = subject.parameter("failoverRegion");
    if (!failover.isEmpty() && failover.equals(subject.parameter("region"))) {
      add(subject, "region and failoverRegion are both " + quoted(failover), findings);
    }
    List<Entry> backed = entries.stream().filter(entry -> entry.has("failoverObject")).toList();
    if (!backed.isEmpty() && failover.isEmpty()) {
      add(
          subject,
          "failoverObject at " + subject.place(backed.get(0).line()) + ", and no failoverRegion",
          findings);
    }
    backed.stream()
        .filter(entry -> entry.text("objectAlias").isEmpty())
        .limit(1)
        .forEach(
            entry ->
                add(
                    subject,
                    "failoverObject without objectAlias at " + subject.place(entry.line()),
                    findings));
  }

  private static void add(Subject subject, String saw, Findings findings) {
    findings.add(
        subject.ref(),
        saw + ".",
        "The provider refuses the class: a failover needs another region, and an alias for both objects.",
        List.of(subject.edit()));
  }

  @Override
  public Set<String> explains() {
    return FAILED_MOUNT;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "A class for AWS names a failover region that is the first one, or a failover object without a region or an alias.",
        "The pod waits; its event FailedMount says \"failover region cannot be the same as the primary region\", \"failover object allowed only when failover region is defined\" or \"object alias must be specified for objects with failover entries\".",
        "Complete it, or remove it.",
        "AWS provider, secret descriptor");
  }
}
