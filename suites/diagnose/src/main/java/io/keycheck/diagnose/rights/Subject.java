package io.keycheck.diagnose.rights;

/**
 * Who gets the rights.
 *
 * @param kind {@code ServiceAccount}, {@code User} or {@code Group}
 * @param namespace the namespace of a ServiceAccount; empty for others
 * @param name the name
 */
public record Subject(Kind kind, String namespace, String name) {
  /** What can be given rights. */
  public enum Kind {
    SERVICE_ACCOUNT("ServiceAccount"),
    USER("User"),
    GROUP("Group");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /** Returns a ServiceAccount. */
  public static Subject account(String namespace, String name) {
    return new Subject(Kind.SERVICE_ACCOUNT, namespace, name);
  }

  /** Returns the entry of {@code subjects} in a binding, on one line. */
  public String entry() {
    return kind == Kind.SERVICE_ACCOUNT
        ? "{kind: ServiceAccount, namespace: %s, name: %s}"
            .formatted(quoted(namespace), quoted(name))
        : "{kind: %s, apiGroup: rbac.authorization.k8s.io, name: %s}"
            .formatted(kind.word, quoted(name));
  }

  /** Names of users may hold anything; YAML's single quotes take all of it but line breaks. */
  static String quoted(String text) {
    return text.matches("[a-z]([-a-z0-9]*[a-z0-9])?")
            && !text.matches("y|n|yes|no|on|off|true|false|null")
        ? text
        : "'" + text.replaceAll("\\p{Cntrl}", "?").replace("'", "''") + "'";
  }
}
