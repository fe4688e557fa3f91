package io.keycheck.diagnose.collect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycheck.diagnose.snapshot.Item;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What came of listing a kind. */
sealed interface Listed {
  /**
   * All of them.
   *
   * @param items what the checks look at
   * @param kept the objects with the fields that are read, where they are to be kept
   */
  record All(List<Item> items, List<ObjectNode> kept) implements Listed {
    /** Returns those that the test accepts. */
    All only(Predicate<Item> test) {
      List<Item> some = items.stream().filter(test).toList();
      Set<String> places = some.stream().map(All::place).collect(Collectors.toSet());
      return new All(some, kept.stream().filter(each -> places.contains(place(each))).toList());
    }

    private static String place(Item item) {
      return item.meta().namespace() + "/" + item.meta().name();
    }

    private static String place(ObjectNode object) {
      return object.at("/metadata/namespace").asText() + "/" + object.at("/metadata/name").asText();
    }
  }

  /** The cluster does not have the kind. */
  record NotServed() implements Listed {}

  /**
   * They could not be listed.
   *
   * @param needs what it takes, such as {@code list pods in namespace shop}
   */
  record NotRead(String needs) implements Listed {}
}
