package io.keycheck.standins.offender;

import io.keycheck.contract.Key;

/** Breaks a house rule on purpose. */
public record KnowsTheContract(Key key) {}
