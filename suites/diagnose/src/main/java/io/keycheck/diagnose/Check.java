package io.keycheck.diagnose;

import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import java.util.Locale;
import java.util.Set;

/**
 * One way in which an environment can fail; the class is named after the failure.
 *
 * <p>A check is pure: it looks at a view of the snapshot and adds what it finds. A part that could
 * not be read ends it, and it is then unknown, never passed.
 */
public interface Check {
  /** Returns the stable identifier: the kebab-case of the class's name. */
  default String id() {
    return getClass()
        .getSimpleName()
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .toLowerCase(Locale.ROOT);
  }

  /** Returns how much its findings matter, unless a finding says otherwise. */
  FindingLevel level();

  /** Returns the link of the chain that its findings belong to. */
  Link.Part part();

  /** Returns what it means, how it shows and how to mend it, for people. */
  Explanation explanation();

  /** Looks, and adds what it finds. */
  void look(View view, Findings findings);

  /**
   * Returns identifiers of the checks whose findings follow from this one's: they are folded under
   * it where both are found.
   */
  default Set<String> explains() {
    return Set.of();
  }

  /**
   * Returns identifiers of the checks whose findings explain this one's: said here where the other
   * check need not know of this one.
   */
  default Set<String> explainedBy() {
    return Set.of();
  }
}
