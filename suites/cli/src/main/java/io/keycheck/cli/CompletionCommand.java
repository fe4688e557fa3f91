package io.keycheck.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the script by which a shell completes commands and options. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  source <(keycheck completion bash)",
      "  keycheck completion zsh >~/.zsh/keycheck && echo 'source ~/.zsh/keycheck' >>~/.zshrc"
    })
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  private String shell;

  @Override
  public Integer call() {
    if (!shell.equals("bash") && !shell.equals("zsh")) {
      throw new ParameterException(
          spec.commandLine(), "SHELL is bash or zsh, not '%s'.".formatted(shell));
    }
    // One script serves both: under zsh it turns on bash's way of completing first.
    spec.commandLine().getOut().println(AutoComplete.bash("keycheck", Main.wholeCommandLine()));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
