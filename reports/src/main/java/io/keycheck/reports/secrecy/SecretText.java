package io.keycheck.reports.secrecy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Holds a secret value and shows it to nobody by accident.
 *
 * <p>Printing, formatting and JSON all yield {@link #MASK}; only {@link #reveal()} yields the
 * value, which makes every place that does so easy to find. Equality takes the same time wherever
 * two values of one length differ.
 */
public final class SecretText {
  /** What stands wherever a value would. */
  public static final String MASK = "‹masked›";

  /**
   * What every {@linkplain #random(int) random} value starts with.
   *
   * <p>A search for it through whatever a run wrote finds leaks without knowing the values.
   */
  public static final String CANARY = "keycheck-canary-";

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final byte[] utf8;

  private SecretText(byte[] utf8) {
    this.utf8 = utf8;
  }

  /** Returns this value as a secret. */
  public static SecretText of(String value) {
    return new SecretText(value.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns a fresh value: {@link #CANARY}, then random letters and digits.
   *
   * @param length length of the whole value in characters
   * @throws IllegalArgumentException if the length leaves fewer than 16 random characters, about 95
   *     bits
   */
  public static SecretText random(int length) {
    if (length < CANARY.length() + 16) {
      throw new IllegalArgumentException(
          "A random secret has at least %d characters.".formatted(CANARY.length() + 16));
    }
    StringBuilder value = new StringBuilder(length).append(CANARY);
    new SecureRandom()
        .ints(length - CANARY.length(), 0, ALPHABET.length())
        .forEach(i -> value.append(ALPHABET.charAt(i)));
    return of(value.toString());
  }

  /** Returns the value itself; keep it out of messages, logs and assertions. */
  public String reveal() {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecretText secret && MessageDigest.isEqual(utf8, secret.utf8);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(utf8);
  }

  /** Returns {@link #MASK}, in JSON too. */
  @Override
  @JsonValue
  public String toString() {
    return MASK;
  }
}
