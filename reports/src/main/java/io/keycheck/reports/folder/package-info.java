/**
 * The folder that a run leaves, and the archive of it: written whole or not at all, listed in a
 * manifest, signed where a key is given, and verified by anyone.
 */
package io.keycheck.reports.folder;
