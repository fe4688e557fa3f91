package io.keycheck.diagnose;

import io.keycheck.reports.diagnosis.Finding;

/** A finding with the check that made it. */
record Found(Check check, Finding finding) {
  String id() {
    return check.id();
  }

  /** Returns whether this one is the cause of the other one. */
  boolean explains(Found other) {
    return !id().equals(other.id())
        && finding.level().compareTo(other.finding.level()) <= 0
        && (check.explains().contains(other.id()) || other.check.explainedBy().contains(id()));
  }
}
