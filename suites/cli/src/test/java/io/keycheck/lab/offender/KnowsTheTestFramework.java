package io.keycheck.lab.offender;

import org.junit.jupiter.api.TestInfo;

/** Breaks a house rule on purpose. */
public record KnowsTheTestFramework(TestInfo test) {}
