package io.keycheck.reports.diagnosis;

import java.util.Optional;

/**
 * What a diagnosis of several clusters says of one of them.
 *
 * @param context the kubeconfig context by which it was reached
 * @param diagnosis what was found; absent where it could not be read
 * @param notRead why it could not be read, in one sentence; empty where it was
 */
public record ClusterDiagnosis(String context, Optional<Diagnosis> diagnosis, String notRead) {
  /** Keeps no more of the texts than can be shown. */
  public ClusterDiagnosis {
    context = Kept.name(context);
    notRead = Kept.text(notRead);
  }

  /** Returns what is said of a cluster that was read. */
  public static ClusterDiagnosis read(String context, Diagnosis diagnosis) {
    return new ClusterDiagnosis(context, Optional.of(diagnosis), "");
  }

  /** Returns what is said of a cluster that could not be read, with the reason as a sentence. */
  public static ClusterDiagnosis notRead(String context, String why) {
    return new ClusterDiagnosis(context, Optional.empty(), why);
  }
}
