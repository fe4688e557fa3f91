/** Faults of the volume in the pod. */
package io.keycheck.cases.failure.volume;
