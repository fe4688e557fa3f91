package io.keycheck.cases.offender;

import org.awaitility.core.ConditionFactory;

/** Breaks a house rule on purpose. */
public record WaitsByItself(ConditionFactory condition) {}
