package io.keycheck.reports.diagnosis;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes the diagnoses of several clusters as one, cluster by cluster.
 *
 * <p>Called in the order {@link #cluster} for each, {@link #end}. The stream written to is flushed
 * at the end, and never closed.
 */
public interface FleetWriter extends Closeable {
  /** Writes a cluster, or remembers it for the end. */
  void cluster(ClusterDiagnosis cluster) throws IOException;

  /** Writes what comes after the clusters; what was written is complete then. */
  void end() throws IOException;

  /** Gives back what the writer holds besides memory, whether or not the end was written. */
  @Override
  default void close() throws IOException {}
}
