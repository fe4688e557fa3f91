package io.keycheck.diagnose.snapshot;

/** A node. */
public record Node(Meta meta) implements Item {}
