package io.keycheck.diagnose;

import io.keycheck.diagnose.checks.app.StoreNotUsed;
import io.keycheck.diagnose.checks.runtime.MountFailed;
import io.keycheck.diagnose.checks.runtime.NotAboutSecrets;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.MountFailures;
import io.keycheck.diagnose.snapshot.NotReadable;
import io.keycheck.reports.diagnosis.DiagnosisVerdict;
import io.keycheck.reports.diagnosis.EnvironmentDiagnosis;
import io.keycheck.reports.diagnosis.Finding;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.UnknownCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the checks of one environment and says what they amount to. */
final class Judge {
  private final List<Check> checks;

  Judge(List<Check> checks) {
    this.checks = checks;
  }

  /** What was found, and what could not be looked for. */
  private record Looked(List<Found> found, List<Check> notMade, List<UnknownCheck> unknown) {
    Looked() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    Set<String> ids() {
      return found.stream().map(Found::id).collect(Collectors.toSet());
    }

    boolean has(Class<? extends Check> check) {
      return found.stream().anyMatch(each -> each.check().getClass() == check);
    }

    void miss(Check check, String needs) {
      notMade.add(check);
      unknown.add(new UnknownCheck(check.id(), needs));
    }

    boolean lacksNothingThatMayBeWhy() {
      return notMade.stream().noneMatch(check -> check.level() == FindingLevel.ERROR);
    }
  }

  EnvironmentDiagnosis judge(View view) {
    Looked looked = new Looked();
    look(new StoreNotUsed(), view, looked);
    if (looked.has(StoreNotUsed.class)) {
      return diagnosis(view, DiagnosisVerdict.NOT_USED, looked, List.of());
    }
    if (looked.unknown().isEmpty()) {
      checks.stream()
          .filter(check -> !(check instanceof StoreNotUsed || check instanceof MountFailed))
          .forEach(check -> look(check, view, looked));
      if (checks.stream().anyMatch(MountFailed.class::isInstance)) {
        look(new MountFailed(looked.ids()), view, looked);
      }
    }
    Standing.unexplained(view)
        .filter(nothing -> looked.found().isEmpty() && looked.lacksNothingThatMayBeWhy())
        .ifPresent(needs -> looked.miss(new MountFailed(), needs));
    List<MountFailure> failures = MountFailures.of(view).orElse(List.of());
    return diagnosis(view, verdict(view, looked), looked, failures);
  }

  private static EnvironmentDiagnosis diagnosis(
      View view, DiagnosisVerdict verdict, Looked looked, List<MountFailure> failures) {
    List<Finding> findings = Folding.fold(looked.found(), failures);
    return new EnvironmentDiagnosis(
        view.namespace(),
        view.environment(),
        verdict,
        verdict == DiagnosisVerdict.NOT_USED ? List.of() : Chain.of(view, findings),
        findings,
        looked.unknown());
  }

  private static void look(Check check, View view, Looked looked) {
    Findings findings = new Findings(check);
    try {
      check.look(view, findings);
    } catch (NotReadable missing) {
      // What was found before the part that could not be read was found all the same.
      looked.miss(check, missing.getMessage());
    } catch (RuntimeException e) {
      looked.miss(
          check,
          "the check %s failed (%s): please report it"
              .formatted(check.id(), e.getClass().getSimpleName()));
      return;
    }
    findings.found().forEach(finding -> looked.found().add(new Found(check, finding)));
  }

  private static DiagnosisVerdict verdict(View view, Looked looked) {
    Set<FindingLevel> levels =
        looked.found().stream().map(each -> each.finding().level()).collect(Collectors.toSet());
    if (levels.contains(FindingLevel.ERROR)) {
      return DiagnosisVerdict.ERROR;
    }
    boolean mayBeWhy =
        !looked.lacksNothingThatMayBeWhy()
            || looked.found().isEmpty() && !looked.unknown().isEmpty();
    if (mayBeWhy && Standing.of(view).isDown() && !looked.has(NotAboutSecrets.class)) {
      return DiagnosisVerdict.UNKNOWN;
    }
    return levels.contains(FindingLevel.WARNING)
        ? DiagnosisVerdict.WARNING
        : DiagnosisVerdict.HEALTHY;
  }
}
