package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Set;

/** How the AWS provider is to write slashes is no single character. */
public final class PathTranslationInvalid implements ClassCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, Findings findings) {

    String given = subject.parameter("pathTranslation");
    if (subject.isOf(Provider.AWS) && given.length() > 1 && !given.equalsIgnoreCase("false")) {
      findings.add(
          subject.ref(),
          "parameters.pathTranslation is " + quoted(given) + ".",
          "The provider takes \"False\" or one character, and refuses the class otherwise.",
          List.of(
              subject.edit(), "# remove pathTranslation: slashes in names are then written as _"));
    }
  }

  @Override
  public Set<String> explains() {
    return FAILED_MOUNT;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "pathTranslation of a class for AWS is neither False nor one character.",
        "The pod waits; its event FailedMount says \"pathTranslation must be either 'False' or a single character string\".",
        "Remove it.",
        "AWS provider, secret descriptor");
  }
}
