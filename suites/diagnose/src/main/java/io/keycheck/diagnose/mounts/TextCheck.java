package io.keycheck.diagnose.mounts;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A check that is made by what a mount that fails says. */
public interface TextCheck extends Check {
  /** Returns what the text has to say. */
  Cause cause();

  /** Adds the finding for a mount whose text says so. */
  void tell(View view, MountFailure failure, Findings findings);

  @Override
  default FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  default Link.Part part() {
    return Link.Part.STORE;
  }

  /** Returns the other checks that may explain such a text. */
  @Override
  default Set<String> explainedBy() {
    Set<String> others = new HashSet<>(cause().checks());
    others.remove(id());
    return others;
  }

  /** Looks for such texts; pods that fail alike are told once. */
  @Override
  default void look(View view, Findings findings) {
    if (speaksAnother(view)) {
      return; // whatever could be read of events, they cannot say it
    }
    Set<String> told = new HashSet<>();
    for (MountFailure failure : MountFailures.of(view).orUnknown()) {
      if (failure.text().cause() == cause()) {
        // Whose words they are can be told only by the class.
        boolean known = failure.providerClass().orUnknown().isPresent();
        if (known && told.add(failure.gist())) {
          tell(view, failure, findings);
        }
      }
    }
  }

  private boolean speaksAnother(View view) {
    Optional<Provider> provider = view.provider().orElse(Optional.empty());
    return provider.isPresent()
        && cause().speaker().isPresent()
        && !provider.equals(cause().speaker())
        && !MountFailures.of(view).isKnown();
  }
}
