/** Checks of the volume that a pod mounts. */
package io.keycheck.diagnose.checks.volume;
