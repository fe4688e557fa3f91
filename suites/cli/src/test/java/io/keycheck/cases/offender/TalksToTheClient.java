package io.keycheck.cases.offender;

import io.fabric8.kubernetes.client.KubernetesClient;

/** Breaks a house rule on purpose. */
public record TalksToTheClient(KubernetesClient client) {}
