package io.keycheck.reports.diagnosis;

/**
 * Names a check that could not be made.
 *
 * @param check the check's stable identifier
 * @param needs what it needs: a verb on a resource in a namespace, or the objects that files lack
 */
public record UnknownCheck(String check, String needs) {
  /** Keeps no more of the text than can be shown. */
  public UnknownCheck {
    needs = Kept.text(needs);
  }
}
