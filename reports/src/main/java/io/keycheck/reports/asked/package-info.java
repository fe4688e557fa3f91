/** What people write for a run: who certifies what, and which failures are borne for a while. */
package io.keycheck.reports.asked;
