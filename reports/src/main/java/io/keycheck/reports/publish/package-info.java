/**
 * A report in the forms that continuous integration shows: Markdown, annotations, a badge, lines.
 */
package io.keycheck.reports.publish;
