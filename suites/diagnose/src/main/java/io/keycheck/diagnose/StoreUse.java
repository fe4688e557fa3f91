package io.keycheck.diagnose;

import io.keycheck.contract.Environment;
import io.keycheck.diagnose.snapshot.Flag;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.MendixApp;
import io.keycheck.diagnose.snapshot.Meta;
import io.keycheck.diagnose.snapshot.NotReadable;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Workload;
import java.util.List;
import java.util.Optional;

/** Whether an environment gets its secrets from a store: most do not, and nothing is wrong then. */
public final class StoreUse {
  private StoreUse() {}

  /**
   * Returns whether anything shows that the environment uses a store, or is meant to.
   *
   * @throws NotReadable if nothing that was read shows it, and not all could be read
   */
  public static boolean of(View view) {
    return isSeen(view) || !isNowhere(view);
  }

  private static boolean isSeen(View view) {
    boolean allowed =
        view.app()
            .orElse(Optional.empty())
            .map(MendixApp::override)
            .filter(flag -> flag == Flag.TRUE || flag == Flag.MISTYPED)
            .isPresent();
    return allowed
        || view.account().orElse(Optional.empty()).filter(a -> isMeant(view, a.meta())).isPresent()
        || view.classOfItsName().orElse(Optional.empty()).isPresent()
        || view.theClass().orElse(Optional.empty()).isPresent()
        || view.livePods().orElse(List.of()).stream().anyMatch(pod -> hasVolume(view, pod))
        || view.workloads().stream().map(Workload::template).anyMatch(pod -> hasVolume(view, pod));
  }

  private static boolean isMeant(View view, Meta meta) {
    return meta.name().equals(view.environment())
        || meta.annotations().containsKey(Environment.ACCOUNT_ANNOTATION);
  }

  private static boolean hasVolume(View view, Pod pod) {
    return !View.storeVolumes(pod).isEmpty() || !view.misspeltVolumes(pod).isEmpty();
  }

  /** Every place where a use would show has to have been read. */
  private static boolean isNowhere(View view) {
    view.app().orUnknown();
    view.account().orUnknown();
    view.classOfItsName().orUnknown();
    if (view.workloads().isEmpty()) {
      view.pods().orUnknown();
    }
    view.snapshot().in(view.namespace(), Kind.CLASS).orUnknown();
    return true;
  }
}
