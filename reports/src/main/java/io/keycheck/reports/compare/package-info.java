/** What changed from one report to another. */
package io.keycheck.reports.compare;
