package io.keycheck.diagnose.snapshot;

/** An object of a cluster, with what the checks look at. */
public interface Item {
  /** Returns what it says of itself. */
  Meta meta();
}
