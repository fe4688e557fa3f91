package io.keycheck.cli;

import io.keycheck.diagnose.collect.Bundle;
import io.keycheck.diagnose.collect.ClusterUnreadable;
import io.keycheck.diagnose.collect.Live;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Keeps what diagnose reads of a namespace in a file. */
@Command(
    name = "snapshot",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "The file holds the lists as read, of each object only the fields that the",
      "checks look at: no Secret, and of a MendixApp's spec four fields. Its README",
      "says what was read and what was not, and which kubectl lines make the same.",
      "",
      "Exit codes: 0 written; 2 bad usage, or the cluster cannot be read; 3 written,",
      "and parts could not be read.",
      "",
      "Examples:",
      "  keycheck snapshot -n shop --out shop.tar.gz",
      "  keycheck diagnose --from shop.tar.gz"
    })
final class SnapshotCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAMESPACE",
      description = "The namespace (default: the context's).")
  private Optional<String> namespace = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE.tar.gz",
      required = true,
      description = "The file to write.")
  private Path out;

  @Option(names = "--force", description = "Replace the file where it is there already.")
  private boolean force;

  @ArgGroup(exclusive = false)
  private ClusterOptions cluster = new ClusterOptions();

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try (Live live = cluster.open(false)) {
      Bundle bundle = live.bundle(namespace.orElseGet(live::namespace));
      bundle.write(out, force, Clock.systemUTC());
      bundle.notRead().forEach(part -> err.println("keycheck: not read: " + part));
      PrintWriter to = spec.commandLine().getOut();
      to.printf("%s: %d objects%n", out, bundle.size());
      to.flush();
      return bundle.notRead().isEmpty() ? 0 : 3;
    } catch (ClusterUnreadable e) {
      throw new Unusable(e.getMessage(), e);
    } catch (FileAlreadyExistsException e) {
      throw new Unusable(
          "The file %s is there already: choose another name, or replace it with --force."
              .formatted(out),
          e);
    } catch (IOException e) {
      throw new Unusable("The file %s cannot be written: %s.".formatted(out, e.getMessage()), e);
    }
  }
}
