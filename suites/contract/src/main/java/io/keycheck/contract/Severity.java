package io.keycheck.contract;

/** How much a problem matters. */
public enum Severity {
  /** The environment cannot get its secrets, or silently gets the wrong ones. */
  ERROR,
  /** May be meant so, or works now and will hurt. */
  WARNING
}
