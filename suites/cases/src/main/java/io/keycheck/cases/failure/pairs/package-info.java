/** Faults of two kinds at once. */
package io.keycheck.cases.failure.pairs;
