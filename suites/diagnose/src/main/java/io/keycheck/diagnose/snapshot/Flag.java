package io.keycheck.diagnose.snapshot;

/** A field that should hold a boolean, as it was found. */
public enum Flag {
  TRUE,
  FALSE,
  ABSENT,
  /** It is there, and no boolean: the text {@code "true"}, for instance. */
  MISTYPED
}
