package io.keycheck.diagnose.snapshot;

import java.util.List;

/**
 * A ClusterRoleBinding, or a RoleBinding to a ClusterRole.
 *
 * @param role name of the role
 * @param accounts accounts as {@code namespace/name}
 */
public record RoleBinding(Meta meta, String role, List<String> accounts) implements Item {}
