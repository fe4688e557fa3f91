/** Checks of the ServiceAccount that an environment runs as. */
package io.keycheck.diagnose.checks.account;
