/** Checks of the SecretProviderClass: whether it is found, and whether it says what it must. */
package io.keycheck.diagnose.checks.classes;
