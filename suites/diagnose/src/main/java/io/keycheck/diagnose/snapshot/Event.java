package io.keycheck.diagnose.snapshot;

import java.time.Instant;
import java.util.Optional;

/**
 * An event, with the object that it is about.
 *
 * @param last when it was last seen
 */
public record Event(
    Meta meta,
    String kind,
    String name,
    String uid,
    String type,
    String reason,
    String message,
    int count,
    Optional<Instant> last)
    implements Item {}
