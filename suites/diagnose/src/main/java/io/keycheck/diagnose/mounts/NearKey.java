package io.keycheck.diagnose.mounts;

import io.keycheck.contract.Contract;
import io.keycheck.contract.Problem;
import java.util.Optional;
import java.util.Set;

/** Finds the key of the contract that a name in a store was most likely meant to be. */
public final class NearKey {
  private NearKey() {}

  /** Returns the nearest key; nothing where the name is a key, or near none. */
  public static Optional<String> to(String name, Contract contract) {
    return contract.judge(Set.of(name)).stream()
        .filter(Problem.UnknownKey.class::isInstance)
        .map(Problem.UnknownKey.class::cast)
        .flatMap(unknown -> unknown.proposal().stream())
        .filter(key -> !key.contains("{"))
        .findFirst();
  }

  /** Returns the nearest key if the name is that key but for a slip of the pen. */
  public static Optional<String> slipOf(String name, Contract contract) {
    return to(name, contract).filter(key -> Letters.apart(name, key) <= 2);
  }
}
