/** Faults of the SecretProviderClass. */
package io.keycheck.cases.failure.classes;
