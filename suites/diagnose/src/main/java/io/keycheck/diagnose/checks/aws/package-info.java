/** What can be wrong between a provider and AWS. */
package io.keycheck.diagnose.checks.aws;
