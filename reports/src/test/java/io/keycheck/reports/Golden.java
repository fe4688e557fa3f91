package io.keycheck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that a writer has to yield, word for word.
 *
 * <p>{@code mvn test -pl reports -DargLine=-Dkeycheck.golden=write} writes them anew, for a
 * reviewer to read.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/io/keycheck/reports");

  private Golden() {}

  /** Asserts that the text is what the golden file of that name holds. */
  public static void assertSame(String name, String text) throws IOException {
    Path golden = FOLDER.resolve(name);
    if ("write".equals(System.getProperty("keycheck.golden"))) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }
}
