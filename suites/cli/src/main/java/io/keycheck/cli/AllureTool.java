package io.keycheck.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Allure's own command line, a Java program: {@code scripts/bootstrap --allure} fetches it into the
 * cache folder. It is run as a process of its own, since it brings other versions of libraries.
 */
final class AllureTool {
  private static final int SECONDS = 120;

  private final Path home;

  private AllureTool(Path home) {
    this.home = home;
  }

  /** Finds it in the cache folder; throws {@link Unusable} where it is not there. */
  static AllureTool find(Map<String, String> environment) {
    Path cache =
        Optional.ofNullable(environment.get("KEYCHECK_CACHE"))
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "keycheck"));
    Path folder = cache.resolve("allure");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> versions = Files.list(folder)) {
        Optional<Path> home =
            versions
                .filter(each -> Files.isDirectory(each.resolve("lib")))
                .max(Comparator.naturalOrder());
        if (home.isPresent()) {
          return new AllureTool(home.get());
        }
      } catch (IOException e) {
        throw new Unusable("The folder %s cannot be read.".formatted(folder), e);
      }
    }
    throw new Unusable(
        "Allure's command line is not in %s: fetch it once with 'scripts/bootstrap --allure'."
            .formatted(folder));
  }

  /** Makes a page that is one file and asks no server for anything. */
  void generate(Path results, Path page) throws IOException {
    Path log = Files.createTempFile("keycheck-allure", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  home.resolve("lib")
                      + File.separator
                      + "*"
                      + File.pathSeparator
                      + home.resolve("lib").resolve("config"),
                  "-Dallure.home=" + home,
                  "io.qameta.allure.CommandLine",
                  "generate",
                  "--single-file",
                  "--output",
                  page.toString(),
                  results.toString()));
      // Otherwise the page has a line by which it reports to a server who reads it.
      builder.environment().put("ALLURE_NO_ANALYTICS", "true");
      Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("it took longer than " + SECONDS + " s");
      }
      if (process.exitValue() != 0 || !Files.exists(page.resolve("index.html"))) {
        throw new IOException(
            "Allure said \"" + lastLine(Files.readString(log, StandardCharsets.UTF_8)) + "\"");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("it was interrupted", e);
    } finally {
      Files.delete(log);
    }
  }

  private static String lastLine(String text) {
    return text.strip().lines().reduce((first, second) -> second).orElse("nothing");
  }

  static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(folder)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.delete(each);
    }
  }
}
