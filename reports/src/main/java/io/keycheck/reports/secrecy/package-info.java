/** Keeps secret values out of everything that is written, logged or thrown. */
package io.keycheck.reports.secrecy;
