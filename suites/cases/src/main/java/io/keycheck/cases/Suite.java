package io.keycheck.cases;

import io.keycheck.lab.SetUpFailed;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which cases run together, and with which stores. */
public enum Suite {
  /** The profile of HashiCorp Vault. */
  VAULT(List.of("vault"), ""),
  /** The profile of AWS Secrets Manager. */
  AWS(List.of("aws"), ""),
  /** Both, on one cluster. */
  ALL(List.of("vault", "aws"), ""),
  /** Which setting counts where store and MendixApp both hold one; with both stores. */
  OVERRIDE(List.of("vault", "aws"), "override"),
  /** Values that change while an app runs; with both stores. */
  ROTATION(List.of("vault", "aws"), "rotation"),
  /** Users of a real database that Vault makes for the moment; in no other suite. */
  DYNAMIC(List.of("vault"), "dynamic"),
  /** What goes wrong in practice, and what diagnose says of it; in no other suite. */
  FAILURE(List.of("vault", "aws"), "failure");

  /** The topics whose cases run only when they are asked for by name. */
  private static final Set<String> APART = Set.of("dynamic", "failure");

  private static final String ROOM = Suite.class.getPackageName() + ".";

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> stores;

  /** The package of its cases; empty for all. */
  private final String topic;

  Suite(List<String> stores, String topic) {
    this.stores = stores;
    this.topic = topic;
  }

  /** The stores that its cases are tried with. */
  public List<String> stores() {
    return stores;
  }

  /** Whether it takes a database beside the cluster. */
  public boolean database() {
    return this == DYNAMIC;
  }

  /** Whether it has a case, if that is true of one of its stores. */
  public boolean has(Class<?> type) {
    String itsTopic = type.getPackageName().substring(ROOM.length()).replaceFirst("\\..*", "");
    return topic.isEmpty() ? !APART.contains(itsTopic) : itsTopic.equals(topic);
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
