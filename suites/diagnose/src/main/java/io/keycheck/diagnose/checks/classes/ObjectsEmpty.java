package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entries;
import io.keycheck.diagnose.entries.Spelling;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The class lists nothing to mount. */
public final class ObjectsEmpty implements ClassCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, Findings findings) {
    if (!(subject.entries() instanceof Entries.Empty)) {
      return;
    }
    String list = subject.list();
    boolean absent = !subject.resource().parameters().containsKey(list);
    String saw = "parameters.%s %s".formatted(list, absent ? "is absent" : "lists nothing");
    findings.add(
        subject.ref(),
        saw + instead(subject).map(name -> "; there is " + quoted(name)).orElse("") + ".",
        "No key is mounted, and the provider refuses a class without entries.",
        List.of(
            subject.edit(),
            "# list an entry for every key of the contract under parameters." + list));
  }

  private static Optional<String> instead(Subject subject) {
    Set<String> names = subject.resource().parameters().keySet();
    return Arrays.stream(Provider.values())
        .map(Provider::parameter)
        .filter(name -> names.contains(name) && !name.equals(subject.list()))
        .findFirst()
        .or(
            () ->
                Spelling.nearest(subject.list(), names)
                    .filter(name -> !name.equals(subject.list())));
  }

  @Override
  public Set<String> explains() {
    return FAILED_MOUNT;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "parameters.objects (parameters.secrets for gcp) is absent or empty.",
        "The pod waits; its event FailedMount says \"no secrets configured - the provider will not"
            + " read any secret material\", \"objects is not set\" or \"parameters not set\".",
        "List the entries under the parameter that the provider looks at.",
        "The document, section 2, step 4; Vault provider, validation of parameters");
  }
}
