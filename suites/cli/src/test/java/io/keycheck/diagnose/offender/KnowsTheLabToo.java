package io.keycheck.diagnose.offender;

import io.keycheck.lab.Patience;

/** Breaks a house rule on purpose. */
public record KnowsTheLabToo(Patience patience) {}
