package io.keycheck.cases;

import io.keycheck.lab.SetUpFailed;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which cases run together, and with which stores. */
public enum Suite {
  /** The profile of HashiCorp Vault. */
  VAULT(List.of("vault")),
  /** The profile of AWS Secrets Manager. */
  AWS(List.of("aws")),
  /** Both, on one cluster. */
  ALL(List.of("vault", "aws"));

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> stores;

  Suite(List<String> stores) {
    this.stores = stores;
  }

  /** The stores that its cases are tried with. */
  public List<String> stores() {
    return stores;
  }

  /** The name as the command line and reports have it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Find a suite by its name; throws {@link SetUpFailed} with the names that there are. */
  public static Suite parse(String id) {
    for (Suite suite : values()) {
      if (suite.id().equals(id)) {
        return suite;
      }
    }
    throw new SetUpFailed(
        "There is no suite '"
            + id
            + "': choose "
            + Arrays.stream(values()).map(Suite::id).collect(Collectors.joining(", "))
            + ".");
  }
}
