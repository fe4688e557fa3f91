package io.keycheck.cli.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The command line as a user runs it: a process of its own, with what it printed and its exit code.
 */
final class Keycheck {
  private static final long MINUTES = 10;
  private static final Path LIBRARIES =
      Path.of(System.getProperty("keycheck.root"), "suites", "cli", "target", "lib", "*");

  private final Map<String, String> environment = new TreeMap<>();
  private Predicate<String> interruptAt = line -> false;
  private Consumer<String> seeing = line -> {};
  private Consumer<String> seeingProgress = line -> {};
  private Predicate<String> killAt = line -> false;
  private Duration killAfter = Duration.ZERO;

  /**
   * How a process ended.
   *
   * @param exitCode its own
   * @param out what it printed on standard output
   * @param err what it printed on standard error
   */
  record Ended(int exitCode, String out, String err) {
    @Override
    public String toString() {
      return "exit code " + exitCode + "\n--- out\n" + out + "\n--- err\n" + err;
    }
  }

  /** Set a variable of the process. */
  Keycheck with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Send the process an interrupt, as Ctrl-C does, when it prints a line on standard output. */
  Keycheck interruptedAt(Predicate<String> line) {
    interruptAt = line;
    return this;
  }

  /** Kill the process some time after it says a line as progress, as a machine that dies would. */
  Keycheck killedAt(Predicate<String> progress, Duration after) {
    killAt = progress;
    killAfter = after;
    return this;
  }

  /** Do something while it runs, at each line that it says as progress. */
  Keycheck seeingProgress(Consumer<String> line) {
    seeingProgress = line;
    return this;
  }

  /** Do something while it runs, at each line that it prints on standard output. */
  Keycheck seeing(Consumer<String> line) {
    seeing = line;
    return this;
  }

  /** Run it to its end, which must come within ten minutes. */
  Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    // A build that runs in the background ignores interrupts, and its children would too.
    command.addAll(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    // What users run: a jar that only tests bring would hide that one is missing there.
    command.add(LIBRARIES.toString());
    command.add("io.keycheck.cli.Main");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> progress(process));
      String out = read(process);
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new AssertionError(
            "expected: the run ends within " + MINUTES + " minutes; out: " + out);
      }
      return new Ended(process.exitValue(), out, err.join());
    } finally {
      // A run that outlives its test holds a place that the next test wants.
      process.destroyForcibly().waitFor();
    }
  }

  private String progress(Process process) {
    StringBuilder err = new StringBuilder();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      boolean doomed = false;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        err.append(line).append('\n');
        seeingProgress.accept(line);
        if (!doomed && killAt.test(line)) {
          doomed = true;
          CompletableFuture.delayedExecutor(killAfter.toMillis(), TimeUnit.MILLISECONDS)
              .execute(process::destroyForcibly);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return err.toString();
  }

  private String read(Process process) throws IOException {
    StringBuilder out = new StringBuilder();
    boolean interrupted = false;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        out.append(line).append('\n');
        seeing.accept(line);
        if (!interrupted && interruptAt.test(line)) {
          interrupted = true;
          interrupt(process.pid());
        }
      }
    }
    return out.toString();
  }

  /** By the shell's own kill: the program is absent on a minimal Debian. */
  private static void interrupt(long pid) {
    machine("bash", "-c", "kill -INT " + pid);
  }

  /** What a command of the machine prints; it must succeed. */
  static String machine(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + " failed: " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
