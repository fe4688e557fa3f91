/** Faults of the MendixApp. */
package io.keycheck.cases.failure.app;
