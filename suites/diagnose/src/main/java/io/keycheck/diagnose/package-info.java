/** Reads a namespace without writing to it, and names the root cause of what is wrong. */
package io.keycheck.diagnose;
