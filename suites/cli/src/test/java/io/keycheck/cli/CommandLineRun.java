package io.keycheck.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/**
 * The command line run within the test's own process.
 *
 * @param exitCode what the process would end with
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 */
record CommandLineRun(int exitCode, String out, String err) {
  static CommandLineRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine(arguments);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    int exitCode = line.execute(arguments);
    return new CommandLineRun(exitCode, out.toString(), err.toString());
  }

  List<String> errorLines() {
    return err.lines().toList();
  }
}
