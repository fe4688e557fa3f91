package io.keycheck.diagnose.checks.classes;

import io.keycheck.contract.Environment;
import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.ClassInForce;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.ObjectRef;
import io.keycheck.reports.diagnosis.Shell;
import java.util.List;
import java.util.Set;

/** There is no class of the environment's name, and none that looks meant for it. */
public final class ClassMissing implements Check {
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
    if (view.classOfItsName().orUnknown().isPresent()
        || !ClassInForce.meant(view).orUnknown().isEmpty()) {
      return;
    }
    String namespace = Shell.quote(view.namespace());
    findings.add(
        new ObjectRef("SecretProviderClass", view.namespace(), view.environment()),
        "No SecretProviderClass of this name is in the namespace.",
        "The environment mounts the class of its own name and namespace; without it the volume"
            + " cannot be set up, and the pod waits.",
        List.of(
            "kubectl -n " + namespace + " get secretproviderclasses",
            "# then apply one named "
                + Words.cut(view.environment())
                + ", with the annotation "
                + Environment.CLASS_ANNOTATION
                + ": \"true\"",
            "kubectl -n " + namespace + " apply -f secret-provider-class.yaml"));
  }

  @Override
  public Set<String> explains() {
    return ClassCheck.FAILED_MOUNT;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The environment's SecretProviderClass does not exist. It must carry the environment's"
            + " internal name.",
        "The pod waits in ContainerCreating; its event FailedMount says \"failed to get"
            + " secretproviderclass …, error: … not found\".",
        "Apply the class under the environment's internal name, in the environment's namespace,"
            + " with the annotation environment-class.",
        "The document, section 2, step 4, and section 4");
  }
}
