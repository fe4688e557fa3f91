package io.keycheck.diagnose;

import io.keycheck.contract.OperatorVersion;
import java.util.Optional;

/**
 * What is judged of a snapshot; all the rest stays evidence.
 *
 * @param namespace the namespace; nothing for all
 * @param environment the environment's internal name; nothing for all
 * @param operator the Operator version whose contract to judge by; nothing for the one that runs in
 *     the namespace, or else the document's
 */
public record Selection(
    Optional<String> namespace, Optional<String> environment, Optional<OperatorVersion> operator) {
  /** Returns a selection of everything. */
  public static Selection all() {
    return new Selection(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Returns the same within one namespace. */
  public Selection in(String name) {
    return new Selection(Optional.of(name), environment, operator);
  }

  /** Returns the same of one environment. */
  public Selection of(String name) {
    return new Selection(namespace, Optional.of(name), operator);
  }

  /** Returns the same by the contract of an Operator version. */
  public Selection by(OperatorVersion version) {
    return new Selection(namespace, environment, Optional.of(version));
  }
}
