/** Reads a live cluster: lists and gets what the checks look at, and can do nothing else. */
package io.keycheck.diagnose.collect;
