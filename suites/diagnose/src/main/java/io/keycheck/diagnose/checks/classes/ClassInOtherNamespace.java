package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.ClassInForce;
import io.keycheck.diagnose.ClassInForce.Found;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import java.util.Set;

/** The environment's class is in another namespace. */
public final class ClassInOtherNamespace implements Check {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public Link.Part part() {
    return Link.Part.CLASS;
  }

  @Override
  public void look(View view, Findings findings) {
    if (view.classOfItsName().orUnknown().isPresent()) {
      return;
    }
    ClassInForce.meant(view).orUnknown().stream()
        .limit(1)
        .filter(first -> first.found() == Found.IN_OTHER_NAMESPACE)
        .forEach(
            first ->
                findings.add(
                    Subject.refOf(first.resource()),
                    "The class %s is in namespace %s; the environment is in %s."
                        .formatted(
                            quoted(view.environment()),
                            quoted(first.resource().meta().namespace()),
                            quoted(view.namespace())),
                    "A pod mounts classes of its own namespace alone.",
                    Copying.to(view, first.resource())));
  }

  @Override
  public Set<String> explains() {
    return ClassCheck.FAILED_MOUNT;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "A SecretProviderClass of the environment's name exists, in a namespace that has no"
            + " environment of that name. Seen only where other namespaces can be read.",
        "The pod waits; its event FailedMount says \"failed to get secretproviderclass …, error:"
            + " … not found\".",
        "Apply the class in the environment's namespace.",
        "The document, section 2, step 4; Secrets Store CSI driver, getting the class");
  }
}
