package io.keycheck.reports.diagnosis;

import java.util.List;

/**
 * What a diagnosis says before its environments.
 *
 * @param source what was read: a context, or files
 * @param operatorVersion the Operator version whose contract was judged by, such as {@code 2.9.0}
 * @param notes what should be known about the reading, one sentence each
 */
public record DiagnosisHeader(String source, String operatorVersion, List<String> notes) {
  /** Keeps a copy of the list, and no more of the texts than can be shown. */
  public DiagnosisHeader {
    source = Kept.text(source);
    operatorVersion = Kept.name(operatorVersion);
    notes = notes.stream().map(Kept::text).toList();
  }
}
