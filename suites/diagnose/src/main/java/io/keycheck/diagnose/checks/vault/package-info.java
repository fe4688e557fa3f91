/** What can be wrong between a provider and Vault. */
package io.keycheck.diagnose.checks.vault;
