package io.keycheck.cases.offender;

import io.keycheck.cli.Main;

/** Breaks a house rule on purpose. */
public record KnowsTheCommandLine(Main main) {}
