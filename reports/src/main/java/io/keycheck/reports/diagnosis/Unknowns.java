package io.keycheck.reports.diagnosis;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that could not be made, together where they need the same. */
final class Unknowns {
  private Unknowns() {}

  /** Returns what is needed, and by which checks, each in the order of its first appearance. */
  static Map<String, Set<String>> byNeed(List<UnknownCheck> unknown) {
    return unknown.stream()
        .collect(
            Collectors.groupingBy(
                UnknownCheck::needs,
                LinkedHashMap::new,
                Collectors.mapping(
                    UnknownCheck::check, Collectors.toCollection(LinkedHashSet::new))));
  }
}
