/**
 * Cases that only AWS has: its roles, its secrets of many keys, and the document's own sample for
 * it.
 */
package io.keycheck.cases.aws;
