package io.keycheck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the stand-ins can do wrong on demand, with its own words.
 *
 * <p>Read from its source: as a dependency it would bring other versions of libraries onto the
 * class path that the suite runs with.
 */
final class Misbehaviours {
  private static final Path SOURCES = Path.of("../../fixtures");

  /** What every provider can do wrong, what only one of them can, and what those of Mendix can. */
  private static final List<String> ENUMS =
      List.of(
          "stand-ins/src/main/java/io/keycheck/standins/provider/Misbehaviour.java",
          "stand-ins/src/main/java/io/keycheck/standins/awsprovider/AwsMisbehaviour.java",
          "mendix/src/main/java/io/keycheck/standins/operator/OperatorMisbehaviour.java",
          "mendix/src/main/java/io/keycheck/standins/runtime/RuntimeMisbehaviour.java");

  private static final Pattern CONSTANT =
      Pattern.compile("^  ([A-Z0-9_]+)\\(\\s*\"([^\"]+)\"\\)[,;]$", Pattern.MULTILINE);

  private Misbehaviours() {}

  /** From the name of a misbehaviour to what goes wrong, in the order of the source. */
  static Map<String, String> read() throws IOException {
    Map<String, String> sentences = new LinkedHashMap<>();
    for (String name : ENUMS) {
      Matcher constant = CONSTANT.matcher(Files.readString(SOURCES.resolve(name)));
      while (constant.find()) {
        sentences.put(
            constant.group(1).toLowerCase(Locale.ROOT).replace('_', '-'), constant.group(2));
      }
    }
    assertThat(sentences).as("misbehaviours in " + SOURCES).hasSizeGreaterThan(20);
    return sentences;
  }
}
