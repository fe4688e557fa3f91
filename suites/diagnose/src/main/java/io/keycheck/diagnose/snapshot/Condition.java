package io.keycheck.diagnose.snapshot;

/** An entry of {@code status.conditions}. */
public record Condition(String type, String status, String reason, String message) {}
