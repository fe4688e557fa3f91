/** Checks of what the cluster has to offer: the driver, the providers, and their settings. */
package io.keycheck.diagnose.checks.cluster;
