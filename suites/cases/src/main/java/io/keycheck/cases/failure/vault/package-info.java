/** Faults of Vault and what it knows of the environment. */
package io.keycheck.cases.failure.vault;
