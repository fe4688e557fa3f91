/** Measures the kit, and bare what its parts allow, and keeps both beside each other. */
package io.keycheck.bench;
