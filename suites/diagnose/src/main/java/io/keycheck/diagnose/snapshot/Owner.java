package io.keycheck.diagnose.snapshot;

/** An entry of {@code metadata.ownerReferences}. */
public record Owner(String kind, String name, String uid) {}
