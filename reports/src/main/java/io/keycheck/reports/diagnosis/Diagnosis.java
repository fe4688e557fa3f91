package io.keycheck.reports.diagnosis;

import java.util.List;

/**
 * What a diagnosis found out.
 *
 * @param source what was read: a context, or files
 * @param operatorVersion the Operator version whose contract was judged by, such as {@code 2.9.0}
 * @param notes what should be known about the reading, one sentence each
 * @param environments every environment that was seen, by namespace and name
 */
public record Diagnosis(
    String source,
    String operatorVersion,
    List<String> notes,
    List<EnvironmentDiagnosis> environments) {
  /** The version of the JSON form. */
  public static final String SCHEMA_VERSION = "1.0";

  /** Keeps copies of the lists. */
  public Diagnosis {
    notes = List.copyOf(notes);
    environments = List.copyOf(environments);
  }

  /** Returns what is said before the environments. */
  public DiagnosisHeader header() {
    return new DiagnosisHeader(source, operatorVersion, notes);
  }
}
