package io.keycheck.diagnose.collect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycheck.diagnose.snapshot.Item;

/** Says what is kept of an object beside what the checks look at. */
interface Keep {
  /** Keeps nothing. */
  Keep NOTHING = (item, object) -> null;

  /**
   * Returns what is kept, or null for nothing.
   *
   * @param item what the checks look at, of the same object
   */
  ObjectNode of(Item item, ObjectNode object);
}
