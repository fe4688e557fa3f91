/**
 * The contract between a Mendix environment and its secret store, as data: keys, names, editions.
 *
 * <p>"The document" is Mendix's page <em>Integrate Kubernetes with Secret Stores</em> in its
 * edition for Operator 2.9; later editions add keys, which carry the Operator version they came
 * with.
 */
package io.keycheck.contract;
