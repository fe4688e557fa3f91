package io.keycheck.reports;

import java.util.Comparator;

/**
 * Describes one case of the catalogue as run against one store.
 *
 * @param id kebab-case identifier, derived from the case's class
 * @param store kebab-case name of the store, such as {@code vault}
 * @param level how much the case weighs
 * @param promise what holds when the case passes, as a sentence
 * @param spec section of the document and the sentence that the case enforces, such as {@code
 *     section 2, step 3: "The ServiceAccount name must match …"}
 * @param since version of the kit that the case came with
 */
public record CaseInfo(
    String id, String store, Level level, String promise, String spec, String since)
    implements Comparable<CaseInfo> {
  private static final Comparator<CaseInfo> BY_STORE_AND_ID =
      Comparator.comparing(CaseInfo::store).thenComparing(CaseInfo::id);

  /** Refuses ids that are not kebab-case, and texts that are empty or hold control characters. */
  public CaseInfo {
    Kebab.require(id, "A case's id");
    Kebab.require(store, "A case's store");
    if (level == null) {
      throw new IllegalArgumentException("The case %s has no level.".formatted(id));
    }
    promise = requireLine(id, promise, "promise");
    spec = requireLine(id, spec, "spec");
    since = requireLine(id, since, "since");
  }

  /** Returns the case and its store as one name, such as {@code only-mapped-keys/vault}. */
  public String key() {
    return id + "/" + store;
  }

  /** Orders by store, then by id: the order of every list of cases. */
  @Override
  public int compareTo(CaseInfo other) {
    return BY_STORE_AND_ID.compare(this, other);
  }

  private static String requireLine(String id, String text, String what) {
    if (text == null || text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("The case %s needs a %s on one line.".formatted(id, what));
    }
    return WellFormed.of(text);
  }
}
