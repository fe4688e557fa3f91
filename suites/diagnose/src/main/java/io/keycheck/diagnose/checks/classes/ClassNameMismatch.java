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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A class looks meant for the environment, and has another name. */
public final class ClassNameMismatch implements Check {
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
    List<ClassInForce> meant = ClassInForce.meant(view).orUnknown();
    if (meant.isEmpty() || meant.get(0).found() == Found.IN_OTHER_NAMESPACE) {
      return;
    }
    Found found = meant.get(0).found();
    List<ClassInForce> likeliest = meant.stream().filter(c -> c.found() == found).toList();
    ClassInForce first = likeliest.get(0);
    if (Placeholders.in(first.resource().meta().name()) || Placeholders.in(view.environment())) {
      return;
    }
    findings.add(
        Subject.refOf(first.resource()),
        saw(view, likeliest),
        "The environment uses the class of its own name alone, so this one does not count for it.",
        remedy(view, first));
  }

  private static String saw(View view, List<ClassInForce> likeliest) {
    String reason =
        switch (likeliest.get(0).found()) {
          case BY_VOLUME -> "which the environment's pod mounts";
          case BY_NEAR_NAME -> "which is nearly its name";
          default -> "which is annotated for an environment, and no environment has its name";
        };
    List<String> names =
        likeliest.stream().map(each -> quoted(each.resource().meta().name())).toList();
    return "The environment is %s, and no SecretProviderClass is; there is %s, %s."
        .formatted(quoted(view.environment()), Words.list(names), reason);
  }

  private static List<String> remedy(View view, ClassInForce first) {
    List<String> remedy = new ArrayList<>(Copying.to(view, first.resource()));
    remedy.add(
        first.found() == Found.BY_VOLUME
            ? "# after the pods were made anew, and mount the new one, if nothing else uses the old"
                + " one:"
            : "# and once the environment is up, if nothing else uses the old one:");
    remedy.add(
        new Subject(view, first)
            .kubectl("delete secretproviderclass", first.resource().meta().name()));
    return remedy;
  }

  @Override
  public Set<String> explains() {
    return ClassCheck.FAILED_MOUNT;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "A SecretProviderClass is there for the environment, but not under its internal name."
            + " Preferred is one that the pod mounts, then one of nearly the name, then an"
            + " annotated one that belongs to no other environment.",
        "The pod waits; its event FailedMount says \"failed to get secretproviderclass …, error:"
            + " … not found\", while the list of classes shows one of another name.",
        "Apply the class under the environment's internal name, and delete the other.",
        "The document, section 2, step 4, and section 4");
  }
}
