/** What was read of a cluster: only what the checks look at, and nothing that is secret. */
package io.keycheck.diagnose.snapshot;
