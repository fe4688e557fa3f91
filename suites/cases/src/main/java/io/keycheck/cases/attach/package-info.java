/**
 * The profile attached: what reading tells of an environment that exists, and with leave a look
 * into its pods. It is no conformance, and nothing is written.
 */
package io.keycheck.cases.attach;
