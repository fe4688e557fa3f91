/** What all pages have in common: their look, their marks, and how foreign text gets into them. */
package io.keycheck.reports.html;
