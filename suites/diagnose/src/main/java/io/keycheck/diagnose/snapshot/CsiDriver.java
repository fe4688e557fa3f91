package io.keycheck.diagnose.snapshot;

import java.util.List;

/**
 * A CSIDriver.
 *
 * @param audiences the audiences of {@code spec.tokenRequests}
 * @param requiresRepublish {@code spec.requiresRepublish}
 */
public record CsiDriver(Meta meta, List<String> audiences, Flag requiresRepublish)
    implements Item {}
