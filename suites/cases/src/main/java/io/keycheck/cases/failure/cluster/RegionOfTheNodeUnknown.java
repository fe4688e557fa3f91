package io.keycheck.cases.failure.cluster;

import io.keycheck.cases.DriverOfOurs;
import io.keycheck.cases.HasToItself;
import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.stage.Parts;

/** Neither class nor provider nor node says which region is meant. */
@Fault(checks = "region-unknown", store = "aws", shows = "a refused mount: Region not found")
@HasToItself(value = "aws", because = "no other store asks the node for its region")
public final class RegionOfTheNodeUnknown extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    DriverOfOurs.require(scene.stage());
    Parts.withoutRegion(scene.stage(), scene.edits());
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("Region not found");
  }
}
