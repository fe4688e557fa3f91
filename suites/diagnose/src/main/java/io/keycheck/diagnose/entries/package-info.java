/** What a SecretProviderClass lists: the entries, by provider, and the files that they make. */
package io.keycheck.diagnose.entries;
