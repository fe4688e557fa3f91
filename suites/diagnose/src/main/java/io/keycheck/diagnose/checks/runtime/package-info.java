/** What can be wrong with pods once they are there. */
package io.keycheck.diagnose.checks.runtime;
