package io.keycheck.diagnose.snapshot;

/** An account of a namespace. */
public record ServiceAccount(Meta meta) implements Item {}
