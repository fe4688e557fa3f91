package io.keycheck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the tree that have to say what the classes say; {@value #COMMAND} writes them anew. */
final class Golden {
  static final String COMMAND = "mvn test -pl suites/cases -am -Dkeycheck.golden=write";

  private Golden() {}

  static void assertSame(Path file, String text) throws IOException {
    if ("write".equals(System.getProperty("keycheck.golden"))) {
      Files.writeString(file, text);
    }
    assertThat(text)
        .as(
            "%s is stale: write it anew with '%s', read the difference and commit it",
            file, COMMAND)
        .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
  }
}
