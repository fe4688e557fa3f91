package io.keycheck.diagnose.read;

import com.fasterxml.jackson.core.JsonLocation;

/** Where something is: a file, or an entry of a bundle. */
record Place(String name) {
  /** Returns a failure that says what is wrong there. */
  ReadFailed failed(String what) {
    return new ReadFailed("%s: %s".formatted(name, what));
  }

  /** Returns a failure that says what is wrong at a line and column there. */
  ReadFailed failed(JsonLocation location, String what) {
    if (location == null || location.getLineNr() < 1) {
      return failed(what);
    }
    return failed(
        "line %d, column %d: %s".formatted(location.getLineNr(), location.getColumnNr(), what));
  }
}
