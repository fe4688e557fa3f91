package io.keycheck.reports.offender;

import io.keycheck.lab.Patience;

/** Breaks a house rule on purpose. */
public record KnowsTheLab(Patience patience) {}
