package io.keycheck.diagnose.snapshot;

import java.util.List;

/** The drivers that a node's kubelet knows; one that has gone may stay listed. */
public record CsiNode(Meta meta, List<String> drivers) implements Item {}
