package io.keycheck.diagnose.offender;

import io.fabric8.kubernetes.client.KubernetesClient;

/** Breaks a house rule on purpose. */
public record MakesAClient(KubernetesClient client) {}
