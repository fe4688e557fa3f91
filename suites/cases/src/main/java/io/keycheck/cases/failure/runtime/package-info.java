/** Faults of other things than secrets. */
package io.keycheck.cases.failure.runtime;
