package io.keycheck.cli.offender;

import org.testcontainers.containers.GenericContainer;

/** Breaks a house rule on purpose. */
public record CallsContainers(GenericContainer<?> container) {}
