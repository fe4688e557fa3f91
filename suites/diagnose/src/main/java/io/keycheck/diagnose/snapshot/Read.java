package io.keycheck.diagnose.snapshot;

import java.util.function.Function;

/**
 * A part of a snapshot: what was read, or why it could not be.
 *
 * @param <T> what was read
 */
public sealed interface Read<T> {
  /** What was read; that something is not in it means that it is not there. */
  record Known<T>(T value) implements Read<T> {}

  /**
   * What could not be read.
   *
   * @param needs what it would take, such as {@code list pods in namespace shop}
   */
  record Unreadable<T>(String needs) implements Read<T> {}

  /** Makes a part that was read. */
  static <T> Read<T> known(T value) {
    return new Known<>(value);
  }

  /** Makes a part that could not be read. */
  static <T> Read<T> unreadable(String needs) {
    return new Unreadable<>(needs);
  }

  /**
   * Returns what was read.
   *
   * @throws NotReadable if it could not be read: the check that asked is then unknown
   */
  default T orUnknown() {
    if (this instanceof Known<T> known) {
      return known.value();
    }
    throw new NotReadable(((Unreadable<T>) this).needs());
  }

  /** Returns what was read, or this where it could not be: for checks that can do without. */
  default T orElse(T other) {
    return this instanceof Known<T> known ? known.value() : other;
  }

  /** Returns whether it was read. */
  default boolean isKnown() {
    return this instanceof Known<T>;
  }

  /** Returns what the function makes of it, where it was read. */
  default <R> Read<R> map(Function<? super T, ? extends R> function) {
    return this instanceof Known<T> known
        ? known(function.apply(known.value()))
        : unreadable(((Unreadable<T>) this).needs());
  }
}
