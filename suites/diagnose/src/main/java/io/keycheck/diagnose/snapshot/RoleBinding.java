package io.keycheck.diagnose.snapshot;

import java.util.List;

/**
 * A ClusterRoleBinding.
 *
 * @param role name of the role
 * @param subjects accounts as the users that they are to the API server, users, and groups
 */
public record RoleBinding(Meta meta, String role, List<String> subjects) implements Item {
  private static final String ACCOUNT = "system:serviceaccount:";

  /** Who an account is to the API server. */
  static String user(String namespace, String account) {
    return ACCOUNT + namespace + ":" + account;
  }

  /**
   * Returns whether it gives the role to an account, by its name or as one of a group.
   *
   * <p>Source: Kubernetes, ServiceAccount username and groups; default roles and role bindings.
   */
  public boolean binds(String namespace, String account) {
    return List.of(
            user(namespace, account),
            "system:serviceaccounts:" + namespace,
            "system:serviceaccounts",
            "system:authenticated")
        .stream()
        .anyMatch(subjects::contains);
  }
}
