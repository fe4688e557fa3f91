package io.keycheck.cli;

import io.keycheck.lab.KitVersion;
import io.keycheck.lab.SetUpFailed;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line of the kit: results go to standard output, progress and errors to standard
 * error.
 */
@Command(
    name = "keycheck",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description =
        "Certify that a Kubernetes cluster hands secrets to Mendix environments as it should.",
    subcommands = {Certify.class, ListCases.class, Clean.class},
    footer = {
      "",
      "Exit codes: 0 conformant or passed, 1 not, 2 bad usage or set-up, 3 inconclusive.",
      "",
      "Examples:",
      "  keycheck certify --suite vault",
      "  keycheck certify --suite vault --case mount-is-read-only --keep",
      "  keycheck list cases"
    })
public final class Main implements Runnable {
  /** The exit code of bad usage, bad input or a set-up that failed. */
  static final int UNUSABLE = 2;

  @Spec private CommandSpec spec;

  /** Run the command line and exit with its code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Run the command line; the answer is the exit code. */
  static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  /** Make the command line, which prints to the process's own streams unless told otherwise. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setParameterExceptionHandler(
        (exception, ignored) -> {
          say(exception.getCommandLine().getErr(), exception);
          return UNUSABLE;
        });
    line.setExecutionExceptionHandler(
        (exception, command, ignored) -> {
          if (exception instanceof SetUpFailed) {
            command.getErr().println("keycheck: " + exception.getMessage());
            if (System.getProperty("keycheck.verbose") != null) {
              exception.printStackTrace(command.getErr());
            }
            return UNUSABLE;
          }
          command
              .getErr()
              .println("keycheck: the kit itself failed; please report this with the lines below.");
          exception.printStackTrace(command.getErr());
          return UNUSABLE;
        });
    return line;
  }

  /** Whether people read along: a terminal, and nobody asked for no colour. */
  static boolean colour() {
    return Ansi.AUTO.enabled();
  }

  private static void say(PrintWriter err, ParameterException exception) {
    err.println("keycheck: " + exception.getMessage());
    err.println(
        "See '" + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Says the version and the commit. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "keycheck " + KitVersion.current() + " (commit " + KitVersion.commit() + ")"
      };
    }
  }
}
