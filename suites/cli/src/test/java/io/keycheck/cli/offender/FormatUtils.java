package io.keycheck.cli.offender;

/** Breaks a house rule on purpose. */
public record FormatUtils() {}
