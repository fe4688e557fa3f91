package io.keycheck.diagnose.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all objects say of themselves; texts that are absent are empty.
 *
 * @param apiVersion the version that the object was read as
 * @param annotations the annotations of accounts and classes, without {@code
 *     last-applied-configuration}, which may be large; empty in other kinds
 * @param appliedVersion the {@code apiVersion} in the annotation {@code last-applied-configuration}
 * @param written the entries of {@code managedFields}; empty where they were not shown
 * @param deleting whether {@code deletionTimestamp} is set
 */
public record Meta(
    String apiVersion,
    String namespace,
    String name,
    String uid,
    Map<String, String> labels,
    Map<String, String> annotations,
    Optional<Instant> created,
    long generation,
    List<Owner> owners,
    String appliedVersion,
    List<Written> written,
    boolean deleting) {}
