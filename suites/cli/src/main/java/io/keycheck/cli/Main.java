package io.keycheck.cli;

import io.keycheck.lab.KitVersion;
import io.keycheck.lab.SetUpFailed;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
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
        "Diagnose Mendix environments that do not get their secrets from a store, and certify that"
            + " a Kubernetes cluster hands them over as it should.",
    footer = {
      "",
      "Exit codes: 0 conformant, passed, or no error found; 1 not;",
      "2 bad usage, input or set-up; 3 inconclusive, or unknown.",
      "",
      "Examples:",
      "  keycheck diagnose -n shop",
      "  keycheck diagnose --from shop.json",
      "  keycheck certify --suite vault",
      "  keycheck verify keycheck-reports/vault-20260301-120058"
    })
public final class Main implements Runnable {
  /** The exit code of bad usage, bad input or a set-up that failed. */
  static final int UNUSABLE = 2;

  /** Columns of the help; no example is broken. */
  private static final int WIDTH = 100;

  @Spec private CommandSpec spec;

  /** Run the command line and exit with its code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Run the command line; the answer is the exit code. */
  static int run(String... arguments) {
    prepare(arguments);
    return commandLine(arguments).execute(arguments);
  }

  /**
   * Make the command line for these arguments, which prints to the process's own streams unless
   * told otherwise. Of commands that they do not name it knows what they do, and no more.
   */
  static CommandLine commandLine(String... arguments) {
    Optional<Commands> asked = Commands.asked(arguments);
    return commandLine(command -> asked.filter(command::equals).isPresent());
  }

  /** Make the command line with all that every command knows. */
  static CommandLine wholeCommandLine() {
    return commandLine(command -> true);
  }

  private static CommandLine commandLine(Predicate<Commands> which) {
    CommandLine line = new CommandLine(new Main());
    for (Commands command : Commands.values()) {
      Object made = which.test(command) ? command.make() : null;
      CommandLine sub =
          new CommandLine(made == null ? CommandSpec.create().name(command.word()) : made);
      sub.getCommandSpec().usageMessage().description(command.does()).hidden(!command.isShown());
      line.addSubcommand(command.word(), sub);
    }
    line.addSubcommand(new HelpCommand());
    line.setUsageHelpWidth(WIDTH);
    // A misspelt option would be taken for one more file of --from.
    line.setUnmatchedOptionsAllowedAsOptionParameters(false);
    line.setParameterExceptionHandler(
        (exception, ignored) -> {
          say(exception.getCommandLine().getErr(), exception);
          return UNUSABLE;
        });
    line.setExecutionExceptionHandler(
        (exception, command, ignored) -> {
          if (isForPeople(exception)) {
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

  /** Whether it says in one sentence what is wrong and what to do, and nothing is wrong here. */
  private static boolean isForPeople(Exception exception) {
    return exception instanceof Unusable || exception instanceof SetUpFailed;
  }

  /** Prepare the process for a command. */
  static void prepare(String... arguments) {
    // Java would send by a connection that nobody used for twenty minutes, which something between
    // may have given up without a word; what is written to a store is not sent twice.
    System.setProperty("jdk.httpclient.keepalive.timeout", "30");
    Commands.asked(arguments).filter(Commands::readsOnly).ifPresent(command -> logNothing());
  }

  /** What the libraries log has no reader here, and setting up a log takes longer than reading. */
  private static void logNothing() {
    System.setProperty("slf4j.internal.verbosity", "WARN");
    System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
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
