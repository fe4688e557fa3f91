package io.keycheck.lab.offender;

import picocli.CommandLine;

/** Breaks a house rule on purpose. */
public record KnowsTheCommandLine(CommandLine line) {}
