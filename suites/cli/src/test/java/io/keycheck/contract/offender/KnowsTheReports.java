package io.keycheck.contract.offender;

import io.keycheck.reports.Level;

/** Breaks a house rule on purpose. */
public record KnowsTheReports(Level level) {}
