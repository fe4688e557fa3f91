package io.keycheck.diagnose.entries;

import io.keycheck.contract.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Tells which provider a class is written for. */
public final class Providers {
  private Providers() {}

  /**
   * Returns the provider of this name, or the one whose name it misspells: what a class lists can
   * be read before its provider's name is mended.
   */
  public static Optional<Provider> of(String name) {
    List<String> known = Arrays.stream(Provider.values()).map(Provider::id).toList();
    return Spelling.nearest(name, known).map(id -> Provider.values()[known.indexOf(id)]);
  }
}
