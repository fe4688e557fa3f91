package io.keycheck.diagnose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of the tree that have to say what the classes say; {@value #COMMAND} writes them anew. */
final class Golden {
  static final String COMMAND =
      "mvn test -pl suites/diagnose -am -DargLine=-Dkeycheck.golden=write";

  private Golden() {}

  static void assertSame(Path file, String text) throws IOException {
    if ("write".equals(System.getProperty("keycheck.golden"))) {
      Files.writeString(file, text);
    }
    List<String> kept = Files.exists(file) ? Files.readAllLines(file) : List.of();
    List<String> now = text.lines().toList();
    int line = 0;
    while (line < Math.min(kept.size(), now.size()) && kept.get(line).equals(now.get(line))) {
      line++;
    }
    if (line < Math.max(kept.size(), now.size())) {
      throw new AssertionError(
          "%s is stale from line %d on: it says '%s', the classes say '%s'. Write it anew with '%s', read the difference and commit it."
              .formatted(file, line + 1, at(kept, line), at(now, line), COMMAND));
    }
  }

  private static String at(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line) : "";
  }
}
