package io.keycheck.diagnose.snapshot;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of {@code metadata.managedFields}: who wrote the object last, as what, and when.
 *
 * @param ofStatus whether {@code status} is among what was written; absent where {@code fieldsV1}
 *     is not shown
 * @param time when; absent where the entry has no readable time
 */
public record Written(
    String manager, String apiVersion, String subresource, Flag ofStatus, Optional<Instant> time) {}
