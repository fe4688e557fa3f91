/** The conformance cases and what runs them. */
package io.keycheck.cases;
