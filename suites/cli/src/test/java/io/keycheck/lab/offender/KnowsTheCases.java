package io.keycheck.lab.offender;

import io.keycheck.cases.Suite;

/** Breaks a house rule on purpose. */
public record KnowsTheCases(Suite suite) {}
