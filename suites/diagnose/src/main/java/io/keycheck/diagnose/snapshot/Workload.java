package io.keycheck.diagnose.snapshot;

import java.util.List;

/**
 * A Deployment, ReplicaSet, StatefulSet or DaemonSet.
 *
 * @param kind its kind
 * @param replicas {@code spec.replicas}; of a DaemonSet, {@code status.desiredNumberScheduled}; -1
 *     where absent
 * @param readyReplicas how many are ready
 * @param template the pod that it makes, without state
 * @param conditions conditions with what they say
 */
public record Workload(
    Meta meta,
    String kind,
    int replicas,
    int readyReplicas,
    Pod template,
    List<Condition> conditions)
    implements Item {}
