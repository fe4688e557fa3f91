package io.keycheck.diagnose.checks.classes;

import io.keycheck.contract.SecretProviderClass;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.snapshot.Meta;
import io.keycheck.diagnose.snapshot.Written;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Optional;

/** The class was applied in a version of its API that is deprecated. */
public final class ClassDeprecatedVersion implements ClassCheck {
  private static final String DEPRECATED =
      SecretProviderClass.API_GROUP + "/" + SecretProviderClass.DEPRECATED_API_VERSION;

  @Override
  public FindingLevel level() {
    return FindingLevel.INFO;
  }

  @Override
  public void look(Subject subject, Findings findings) {
    seenIn(subject.resource().meta())
        .ifPresent(
            where ->
                findings.add(
                    subject.ref(),
                    where + " says " + DEPRECATED + ".",
                    "That version is deprecated; a later driver may not serve it any more.",
                    List.of(
                        "# in the manifest, write apiVersion: "
                            + SecretProviderClass.API_GROUP
                            + "/"
                            + SecretProviderClass.API_VERSION
                            + ", and apply it again")));
  }

  private static Optional<String> seenIn(Meta meta) {
    if (meta.apiVersion().equals(DEPRECATED)) {
      return Optional.of("apiVersion");
    }
    if (meta.appliedVersion().equals(DEPRECATED)) {
      return Optional.of("The annotation of what was applied last");
    }
    return meta.written().stream()
        .filter(written -> written.apiVersion().equals(DEPRECATED))
        .map(Written::manager)
        .findFirst()
        .map(manager -> "managedFields of " + Words.quoted(manager));
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The class was applied as v1alpha1, as the document's Vault sample has it.",
        "kubectl warns when it is applied; in the cluster the annotation"
            + " last-applied-configuration or managedFields tell.",
        "Apply the manifest as v1; nothing else of it changes.",
        "The document, section 3.1, step 13; Secrets Store CSI driver, upgrade notes");
  }
}
