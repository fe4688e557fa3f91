/** Faults of AWS and what it knows of the environment. */
package io.keycheck.cases.failure.aws;
