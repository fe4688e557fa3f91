/** Reads what was saved of a cluster, or is to be applied, from files. */
package io.keycheck.diagnose.read;
