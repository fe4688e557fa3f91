package io.keycheck.reports.diagnosis;

/**
 * Says what follows from a finding: a symptom that goes when the finding is mended.
 *
 * @param object where it shows
 * @param saw what was seen there, in one sentence or quotation
 */
public record Consequence(ObjectRef object, String saw) {
  /** Keeps no more of the text than can be shown. */
  public Consequence {
    saw = Kept.text(saw);
  }
}
