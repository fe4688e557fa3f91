package io.keycheck.diagnose.checks.classes;

import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Entries;
import io.keycheck.diagnose.entries.Entry;
import java.util.List;

/** A check of what a class lists; silent where that cannot be read, which is a finding itself. */
interface EntryCheck extends ClassCheck {
  /** Looks at the entries, and adds what it finds. */
  void look(Subject subject, List<Entry> entries, Findings findings);

  @Override
  default void look(Subject subject, Findings findings) {
    if (subject.entries() instanceof Entries.Readable readable) {
      look(subject, readable.entries(), findings);
    }
  }
}
