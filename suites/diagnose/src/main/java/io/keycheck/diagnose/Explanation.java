package io.keycheck.diagnose;

/**
 * Explains a check to people.
 *
 * @param means what is wrong, and why it matters
 * @param shows how it shows in the cluster, with the texts that are seen
 * @param mend how to mend it
 * @param source where that is written: a section of the document, an API field, or an upstream text
 */
public record Explanation(String means, String shows, String mend, String source) {}
