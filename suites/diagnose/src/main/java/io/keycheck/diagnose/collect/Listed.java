package io.keycheck.diagnose.collect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycheck.diagnose.snapshot.Item;
import java.util.List;

/** What came of listing a kind. */
sealed interface Listed {
  /**
   * All of them.
   *
   * @param items what the checks look at
   * @param kept the objects with the fields that are read, where they are to be kept
   */
  record All(List<Item> items, List<ObjectNode> kept) implements Listed {}

  /** The cluster does not have the kind. */
  record NotServed() implements Listed {}

  /**
   * They could not be listed.
   *
   * @param needs what it takes, such as {@code list pods in namespace shop}
   */
  record NotRead(String needs) implements Listed {}
}
