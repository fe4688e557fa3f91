package io.keycheck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Runs a command inside a cluster and leaves what came of it as one tar, and a file {@code done}
 * that names it; {@code keycheck job} lets a Job call it.
 */
@Command(name = "in-job", mixinStandardHelpOptions = true)
final class InJobCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--results", paramLabel = "DIR", required = true)
  private Path results;

  @Parameters(paramLabel = "COMMAND", arity = "1..*")
  private List<String> command = List.of();

  @Override
  public Integer call() throws IOException {
    JobResults folder = new JobResults(results);
    int exitCode = Main.UNUSABLE;
    try {
      OwnKubeconfig.write(System.getenv());
      exitCode = run(folder);
    } finally {
      folder.finish(exitCode);
    }
    return exitCode;
  }

  /** What is printed goes both ways: to the pod's log and into the results. */
  private int run(JobResults folder) throws IOException {
    String[] arguments = command.toArray(String[]::new);
    boolean junit = String.join(" ", command).matches(".*(-o|--output)[ =]junit.*");
    Path printed = folder.place(junit ? "diagnosis.xml" : "output.txt");
    try (PrintWriter out =
            new PrintWriter(
                new Twice(
                    Files.newBufferedWriter(printed, StandardCharsets.UTF_8),
                    spec.commandLine().getOut()));
        PrintWriter err =
            new PrintWriter(
                new Twice(
                    Files.newBufferedWriter(folder.place("progress.txt"), StandardCharsets.UTF_8),
                    spec.commandLine().getErr()))) {
      CommandLine line = Main.commandLine(arguments);
      line.setOut(out);
      line.setErr(err);
      Main.prepare(arguments);
      return line.execute(arguments);
    }
  }
}
