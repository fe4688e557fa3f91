/** The page that says what came out of a run to whom it may concern. */
package io.keycheck.reports.certificate;
