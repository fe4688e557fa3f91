/** What a diagnosis says of a namespace's environments, and how it is written. */
package io.keycheck.reports.diagnosis;
