/** Faults: each injected, seen, named by diagnose, mended by its remedy. */
package io.keycheck.cases.failure;
