package io.keycheck.diagnose.entries;

/**
 * A field of an entry.
 *
 * @param value its text; empty where it is null, a list or a map
 * @param quoted whether the text stands in quotes, so that it is a text even where it looks like a
 *     number
 * @param line its line in the parameter's text, counted from 1
 */
public record Field(String value, boolean quoted, int line) {}
