package io.keycheck.cases.attach;

import java.util.Optional;

/**
 * Which environment is judged, and how far.
 *
 * @param context of the kubeconfig; the current one if absent
 * @param namespace the environment's; the context's if absent
 * @param environment its internal name
 * @param allowExec whether commands may be run in its pods, to digest what is mounted
 */
public record Attached(
    Optional<String> context, Optional<String> namespace, String environment, boolean allowExec) {}
