package io.keycheck.diagnose;

import io.keycheck.reports.diagnosis.Consequence;
import io.keycheck.reports.diagnosis.Finding;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.ObjectRef;
import java.util.ArrayList;
import java.util.List;

/** Takes what one check finds. */
public final class Findings {
  private final Check check;
  private final List<Finding> found = new ArrayList<>();

  /** Takes what this check finds. */
  public Findings(Check check) {
    this.check = check;
  }

  /** Adds a finding of the check's own level. */
  public void add(ObjectRef object, String saw, String why, List<String> remedy) {
    add(check.level(), object, saw, why, remedy, List.of());
  }

  /** Adds a finding with what follows from it. */
  public void add(
      ObjectRef object,
      String saw,
      String why,
      List<String> remedy,
      List<Consequence> consequences) {
    add(check.level(), object, saw, why, remedy, consequences);
  }

  /** Adds a finding of another level than the check's. */
  public void add(
      FindingLevel level,
      ObjectRef object,
      String saw,
      String why,
      List<String> remedy,
      List<Consequence> consequences) {
    found.add(new Finding(check.id(), level, object, saw, why, remedy, consequences));
  }

  /** Returns what was found. */
  public List<Finding> found() {
    return List.copyOf(found);
  }
}
