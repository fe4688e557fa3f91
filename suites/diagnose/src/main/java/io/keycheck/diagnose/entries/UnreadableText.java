package io.keycheck.diagnose.entries;

import org.yaml.snakeyaml.nodes.Node;

/** Ends the reading of a text at the place that cannot be read. */
final class UnreadableText extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  UnreadableText(int line, int column, String message) {
    super(message, null, false, false);
    this.line = line;
    this.column = column;
  }

  UnreadableText(Node node, String message) {
    this(node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1, message);
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  /** Returns this for the text that the one that was read is a part of, after so many lines. */
  UnreadableText within(String outer, String inner, int before) {
    String part = inner.lines().skip(line - 1L).findFirst().orElse("");
    String whole = outer.lines().skip(line - 1L + before).findFirst().orElse("");
    return new UnreadableText(
        line + before, column + Math.max(0, whole.indexOf(part)), getMessage());
  }
}
