package io.keycheck.reports.diagnosis;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes one diagnosis in one form, environment by environment, so that a cluster may have more
 * environments than fit into memory.
 *
 * <p>Called in the order {@link #begin}, {@link #environment} for each, {@link #end}. The stream
 * written to is flushed at the end, and never closed.
 */
public interface DiagnosisWriter extends Closeable {
  /** Writes what comes before the environments. */
  void begin(DiagnosisHeader header) throws IOException;

  /** Writes an environment. */
  void environment(EnvironmentDiagnosis environment) throws IOException;

  /** Writes what comes after the environments; what was written is complete then. */
  void end() throws IOException;

  /** Gives back what the writer holds besides memory, whether or not the end was written. */
  @Override
  default void close() throws IOException {}

  /** Writes a whole diagnosis. */
  default void write(Diagnosis diagnosis) throws IOException {
    begin(diagnosis.header());
    for (EnvironmentDiagnosis environment : diagnosis.environments()) {
      environment(environment);
    }
    end();
  }
}
