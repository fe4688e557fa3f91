package io.keycheck.gate.offender;

import io.keycheck.standins.offender.KnowsTheContract;

/** Breaks a rule on purpose. */
public final class KnowsTheStandIns {
  private KnowsTheContract neighbour;
}
