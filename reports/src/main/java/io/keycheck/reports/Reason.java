package io.keycheck.reports;

import java.util.Objects;

/**
 * Says why a case did not pass.
 *
 * @param code stable kebab-case identifier that scripts can match, such as {@code mount-refused}
 * @param sentence what happened, for a reader; capped at {@value #MAX_SENTENCE_BYTES} bytes, longer
 *     texts belong in {@link Evidence}
 */
public record Reason(String code, String sentence) {
  /** Greatest length of a sentence, in bytes of UTF-8. */
  public static final int MAX_SENTENCE_BYTES = 4096;

  /** Code of a case that a selection left out; such a case does not count against the selection. */
  public static final String NOT_SELECTED = "not-selected";

  /** Code of an extended case that nothing here can try; it counts neither way. */
  public static final String CANNOT_BE_SHOWN = "cannot-be-shown-here";

  /** Code of a case that ended because the kit itself did something wrong. */
  public static final String KIT_STUMBLED = "kit-stumbled";

  /** Refuses a code that is not kebab-case and an empty sentence. */
  public Reason {
    Kebab.require(code, "A reason's code");
    Objects.requireNonNull(sentence, "sentence");
    if (sentence.isBlank()) {
      throw new IllegalArgumentException("The reason \"%s\" has no sentence.".formatted(code));
    }
    sentence = WellFormed.capped(sentence, MAX_SENTENCE_BYTES);
  }

  /** Returns the reason of a case that a selection left out. */
  public static Reason notSelected() {
    return new Reason(NOT_SELECTED, "The run was asked for other cases.");
  }
}
