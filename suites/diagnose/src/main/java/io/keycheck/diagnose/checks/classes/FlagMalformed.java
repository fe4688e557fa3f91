package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A parameter that is to be true or false is neither. */
public final class FlagMalformed implements ClassCheck {
  private static final Set<String> VALUES =
      Set.of("1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False");

  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, Findings findings) {

    flags(subject)
        .filter(name -> subject.resource().parameters().containsKey(name))
        .filter(name -> !(subject.isOf(Provider.AWS) && subject.parameter(name).isEmpty()))
        .filter(name -> !VALUES.contains(subject.parameter(name)))
        .forEach(
            name ->
                findings.add(
                    subject.ref(),
                    "parameters.%s is %s.".formatted(name, quoted(subject.parameter(name))),
                    "The provider takes \"true\" or \"false\" here, and refuses the class otherwise.",
                    List.of(subject.edit(), "# " + name + ": \"true\" or \"false\", in quotes")));
  }

  private static Stream<String> flags(Subject subject) {
    return subject.isOf(Provider.VAULT)
        ? Stream.of("vaultSkipTLSVerify")
        : subject.isOf(Provider.AWS) ? Stream.of("usePodIdentity") : Stream.of();
  }

  @Override
  public Set<String> explains() {
    return FAILED_MOUNT;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "vaultSkipTLSVerify of a class for Vault, or usePodIdentity of one for AWS, is neither true nor false.",
        "The pod waits; its event FailedMount says \"strconv.ParseBool: parsing …: invalid syntax\".",
        "Write \"true\" or \"false\", in quotes.",
        "Vault and AWS providers, parameters");
  }
}
