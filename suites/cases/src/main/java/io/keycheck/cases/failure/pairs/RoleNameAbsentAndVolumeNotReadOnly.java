package io.keycheck.cases.failure.pairs;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.FaultPair;
import io.keycheck.cases.failure.classes.RoleNameAbsent;
import io.keycheck.cases.failure.volume.VolumeNotReadOnly;

/** The class names no role, and the volume is not read-only. */
@Fault(
    checks = {"role-name-missing", "volume-not-read-only"},
    shows = "a refused mount")
public final class RoleNameAbsentAndVolumeNotReadOnly extends FaultPair {

  /** The two of them. */
  public RoleNameAbsentAndVolumeNotReadOnly() {
    super(new RoleNameAbsent(), new VolumeNotReadOnly());
  }
}
