package io.keycheck.reports;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What was seen while a case ran.
 *
 * @param steps what it did and waited for, in that order
 * @param measurements what it measured
 * @param checks ids of the checks by which {@code keycheck diagnose} named the trouble when the
 *     case had ended, sorted; of a case that injects a fault, while the fault was there; empty
 *     where nothing was diagnosed
 * @param expected ids of the checks that had to name the fault that the case injects, sorted; empty
 *     where it injects none
 * @param evidence what was seen, in the order in which it was seen
 */
public record Observations(
    List<Step> steps,
    List<Measurement> measurements,
    List<String> checks,
    List<String> expected,
    List<Evidence> evidence) {
  /** Nothing was seen. */
  public static final Observations NONE =
      new Observations(List.of(), List.of(), List.of(), List.of(), List.of());

  /** Refuses ids of checks that are not kebab-case. */
  public Observations {
    steps = List.copyOf(steps);
    measurements = List.copyOf(measurements);
    checks = ids(checks);
    expected = ids(expected);
    evidence = List.copyOf(evidence);
  }

  /** Returns these with nothing but evidence. */
  public static Observations of(List<Evidence> evidence) {
    return new Observations(List.of(), List.of(), List.of(), List.of(), evidence);
  }

  /**
   * Returns whether the fault was mended by the commands that {@code keycheck diagnose} printed.
   */
  public boolean mendedAsPrinted() {
    return steps.stream()
        .anyMatch(step -> step.done() && step.name().startsWith(Step.PRINTED_REMEDY));
  }

  private static List<String> ids(List<String> checks) {
    checks.forEach(check -> Kebab.require(check, "A check's id"));
    return checks.stream().sorted().distinct().toList();
  }

  Observations redacted(UnaryOperator<String> mask) {
    return new Observations(
        steps.stream()
            .map(
                step ->
                    new Step(mask.apply(step.name()), step.started(), step.duration(), step.done()))
            .toList(),
        measurements,
        checks,
        expected,
        evidence.stream()
            .map(piece -> new Evidence(mask.apply(piece.name()), mask.apply(piece.text())))
            .toList());
  }
}
