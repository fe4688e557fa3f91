package io.keycheck.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The checkout that is measured, and the machine it is on.
 *
 * @param root its folder
 * @param scratch a folder for what the runs write
 * @param times how often short things are run
 */
record Checkout(Path root, Path scratch, int times) {
  private static final int LAST_WORDS = 2_000;

  /** Runs a command in the checkout; it is killed after an hour. */
  Ran run(String... command) {
    return run(Map.of(), Optional.empty(), List.of(command));
  }

  /** The same with a file as its standard input and with variables added to its environment. */
  Ran run(Map<String, String> variables, Optional<Path> input, List<String> command) {
    try {
      Path out = Files.createTempFile(scratch, "out", "");
      Path err = Files.createTempFile(scratch, "err", "");
      Path peak = Files.createTempFile(scratch, "peak", "");
      List<String> timed = new ArrayList<>();
      boolean told = Files.isExecutable(Path.of("/usr/bin/time"));
      if (told) {
        timed.addAll(List.of("/usr/bin/time", "-o", peak.toString(), "-f", "%M"));
      }
      timed.addAll(command);
      ProcessBuilder builder =
          new ProcessBuilder(timed)
              .directory(root.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .redirectInput(
                  input
                      .map(Path::toFile)
                      .map(ProcessBuilder.Redirect::from)
                      .orElse(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())));
      builder.environment().putAll(variables);
      long began = System.nanoTime();
      Process process = builder.start();
      if (!process.waitFor(1, TimeUnit.HOURS)) {
        process.destroy();
        throw new Unmeasured("It took more than an hour: " + String.join(" ", command));
      }
      long millis = (System.nanoTime() - began) / 1_000_000;
      String errors = Files.readString(err);
      return new Ran(
          process.exitValue(),
          Files.readString(out),
          errors.substring(Math.max(0, errors.length() - LAST_WORDS)),
          millis,
          told ? megabytes(peak) : 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unmeasured("It was interrupted.");
    }
  }

  /** GNU time writes kilobytes in the last line; above it stands an exit code that is not 0. */
  private static long megabytes(Path peak) throws IOException {
    List<String> lines = Files.readAllLines(peak);
    return lines.isEmpty() ? 0 : Long.parseLong(lines.get(lines.size() - 1).strip()) / 1024;
  }

  /** Times of some runs of a command, each of which must end as wanted, after one that warms up. */
  List<Ran> often(int wanted, String... command) {
    run(command).ended(wanted);
    List<Ran> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.add(run(command).ended(wanted));
    }
    return all;
  }

  /** What the figures depend on. */
  Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("day", LocalDate.now(ZoneOffset.UTC).toString());
    facts.put("commit", run("git", "describe", "--always", "--abbrev=12", "--dirty").out().strip());
    facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("processor", line("/proc/cpuinfo", "model name"));
    facts.put("memory", line("/proc/meminfo", "MemTotal"));
    facts.put("kernel", System.getProperty("os.version"));
    facts.put("Java", System.getProperty("java.version"));
    return facts;
  }

  private static String line(String file, String name) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
