package io.keycheck.diagnose.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pod, of an app or of the driver or a provider.
 *
 * @param node the node that it is bound to, or empty
 * @param ready its condition Ready
 * @param conditions conditions that are not True, with what they say
 * @param started {@code status.startTime}
 * @param reason {@code status.reason}, such as {@code Evicted}
 */
public record Pod(
    Meta meta,
    String node,
    String account,
    String phase,
    boolean ready,
    List<Condition> conditions,
    Optional<Instant> started,
    String reason,
    List<Volume> volumes,
    List<Container> containers)
    implements Item {
  private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

  /** Returns whether it has ended, and will not run again. */
  public boolean hasEnded() {
    return ENDED.contains(phase);
  }
}
