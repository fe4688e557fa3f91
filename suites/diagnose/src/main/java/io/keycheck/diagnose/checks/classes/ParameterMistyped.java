package io.keycheck.diagnose.checks.classes;

import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Set;

/** A parameter is no text. */
public final class ParameterMistyped implements ClassCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, Findings findings) {

    List<String> names = subject.resource().mistyped();
    if (!names.isEmpty()) {
      findings.add(
          subject.ref(),
          "No text: %s."
              .formatted(
                  Words.list(names.stream().map(n -> "parameters." + Words.cut(n)).toList())),
          "Parameters are texts; the cluster refuses a class with a number, true, a list or a map there.",
          List.of(
              "# in the manifest, put the value in quotes; before a list write a bar:",
              "#   objects: |"));
    }
  }

  @Override
  public Set<String> explains() {
    return FAILED_MOUNT;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "A parameter of the class is a number, true or false, a list or a map.",
        "kubectl apply says \"Invalid value: … must be of type string\".",
        "Put the value in quotes, or make the list a text by a bar.",
        "SecretProviderClass API, spec.parameters");
  }
}
