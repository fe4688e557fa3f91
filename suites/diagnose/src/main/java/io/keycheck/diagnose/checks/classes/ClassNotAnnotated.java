package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.contract.Environment;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Spelling;
import io.keycheck.diagnose.snapshot.Meta;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Optional;

/** The class may not be used by the environment, as its annotation is not exactly "true". */
public final class ClassNotAnnotated implements ClassCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, Findings findings) {
    Meta meta = subject.resource().meta();
    String value = meta.annotations().get(Environment.CLASS_ANNOTATION);
    if (Environment.ANNOTATION_VALUE.equals(value)) {
      return;
    }
    findings.add(
        subject.ref(),
        value == null
            ? "The annotation " + Environment.CLASS_ANNOTATION + " is absent" + instead(meta) + "."
            : "The annotation %s is %s.".formatted(Environment.CLASS_ANNOTATION, quoted(value)),
        "An environment may use the class only where the annotation is exactly \"true\".",
        List.of(
            subject.kubectl("annotate --overwrite secretproviderclass", meta.name())
                + " "
                + Environment.CLASS_ANNOTATION
                + "="
                + Environment.ANNOTATION_VALUE));
  }

  /** Returns what was most likely written instead, as the end of a sentence. */
  private static String instead(Meta meta) {
    if (meta.labels().containsKey(Environment.CLASS_ANNOTATION)) {
      return "; there is a label of that name, which does not count";
    }
    if (meta.annotations().containsKey(Environment.ACCOUNT_ANNOTATION)) {
      return "; there is " + Environment.ACCOUNT_ANNOTATION + ", which belongs to ServiceAccounts";
    }
    Optional<String> near =
        Spelling.nearest(Environment.CLASS_ANNOTATION, meta.annotations().keySet());
    return near.map(name -> "; there is " + quoted(name)).orElse("");
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The SecretProviderClass lacks the annotation privatecloud.mendix.com/environment-class,"
            + " or its value is not exactly \"true\": \"True\", \"yes\" and a blank do not count.",
        "Nothing in the cluster says so: volumes mount the class all the same, and the Operator"
            + " does not take it for the environment's.",
        "Annotate the class; in YAML, the value needs its quotes.",
        "The document, section 2, step 4");
  }
}
