package io.keycheck.contract;

import java.util.Optional;

/**
 * Keys whose names end in a name of the app's own.
 *
 * <p>Source: later editions of the document; from Operator 2.10.0 on.
 */
public enum KeyPattern {
  /**
   * Overrides the app's constant of that name, such as {@code mx-const-MyFirstModule.MyConstant}.
   */
  CONSTANT("mx-const-"),
  /** Overrides the custom runtime setting of that name. */
  RUNTIME_SETTING("mx-runtime-");

  private final String prefix;

  KeyPattern(String prefix) {
    this.prefix = prefix;
  }

  /** Returns the pattern that the name of a file follows, if there is one. */
  public static Optional<KeyPattern> of(String file) {
    for (KeyPattern pattern : values()) {
      if (file.startsWith(pattern.prefix) && file.length() > pattern.prefix.length()) {
        return Optional.of(pattern);
      }
    }
    return Optional.empty();
  }

  /** Returns what the names of the files start with. */
  public String prefix() {
    return prefix;
  }

  /** Returns the Operator version from which on such keys are read. */
  public OperatorVersion since() {
    return new OperatorVersion(2, 10, 0);
  }

  /** Returns the file for this name of a constant or setting. */
  public String file(String name) {
    return prefix + name;
  }

  /** Returns the pattern as the contract spells it, such as {@code mx-const-{name}}. */
  @Override
  public String toString() {
    return prefix + "{name}";
  }
}
