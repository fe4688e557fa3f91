/** Faults of driver, provider and cluster. */
package io.keycheck.cases.failure.cluster;
