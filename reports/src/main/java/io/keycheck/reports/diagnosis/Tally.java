package io.keycheck.reports.diagnosis;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many environments there are of each verdict. */
final class Tally {
  private final Map<DiagnosisVerdict, Integer> counts = new EnumMap<>(DiagnosisVerdict.class);

  void add(DiagnosisVerdict verdict) {
    counts.merge(verdict, 1, Integer::sum);
  }

  int of(DiagnosisVerdict verdict) {
    return counts.getOrDefault(verdict, 0);
  }

  int all() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns the verdicts in the order in which people care, the worst first. */
  static Stream<DiagnosisVerdict> worstFirst() {
    return Stream.of(
        DiagnosisVerdict.ERROR,
        DiagnosisVerdict.WARNING,
        DiagnosisVerdict.UNKNOWN,
        DiagnosisVerdict.HEALTHY,
        DiagnosisVerdict.NOT_USED);
  }

  /** Returns a line such as {@code 14 environments: 2 error, 12 healthy}. */
  @Override
  public String toString() {
    return worstFirst()
        .filter(verdict -> of(verdict) > 0)
        .map(verdict -> of(verdict) + " " + words(verdict))
        .collect(
            Collectors.joining(
                ", ", all() + (all() == 1 ? " environment: " : " environments: "), ""));
  }

  static String words(DiagnosisVerdict verdict) {
    return verdict.word().replace('-', ' ');
  }
}
