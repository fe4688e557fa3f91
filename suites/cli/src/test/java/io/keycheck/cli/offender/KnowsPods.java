package io.keycheck.cli.offender;

import io.fabric8.kubernetes.api.model.Pod;

/** Breaks a house rule on purpose. */
public record KnowsPods(Pod pod) {}
