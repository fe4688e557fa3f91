/** Faults of the ServiceAccount. */
package io.keycheck.cases.failure.account;
