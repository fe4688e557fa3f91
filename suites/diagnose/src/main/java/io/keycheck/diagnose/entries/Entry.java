package io.keycheck.diagnose.entries;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One entry of a class: a secret, or a part of one.
 *
 * @param line its first line in the parameter's text, counted from 1
 * @param fields its fields, in their order
 * @param parts what {@code jmesPath} of an AWS entry lists; they make no files of their own
 * @param files the files that it makes; none where nothing names one
 */
public record Entry(
    int line, Map<String, Field> fields, List<Entry> parts, List<MountedFile> files) {
  /** Keeps copies. */
  public Entry {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    parts = List.copyOf(parts);
    files = List.copyOf(files);
  }

  /** Returns whether the field is there, whatever it holds. */
  public boolean has(String field) {
    return fields.containsKey(field);
  }

  /** Returns what the field holds; empty where it is absent or holds nothing. */
  public String text(String field) {
    return has(field) ? fields.get(field).value() : "";
  }
}
