package io.keycheck.diagnose.snapshot;

import java.util.List;

/**
 * A CustomResourceDefinition.
 *
 * @param served the versions that are served
 */
public record ServedKind(Meta meta, String group, String kind, List<String> served)
    implements Item {}
