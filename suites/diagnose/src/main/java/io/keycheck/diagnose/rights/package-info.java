/** The rights that reading takes, as manifests. */
package io.keycheck.diagnose.rights;
