package io.keycheck.cli;

import io.keycheck.reports.folder.SigningKey;
import io.keycheck.reports.folder.UnusableKey;
import java.io.Console;
import java.nio.file.Path;
import java.util.Map;

/** Reads the key of {@code --sign} before a run begins: nobody wants to hear of it at the end. */
final class Signing {
  /**
   * The variable with the passphrase; a command line would show it to every user of the machine.
   */
  static final String PASSPHRASE = "KEYCHECK_SIGN_PASSPHRASE";

  private Signing() {}

  static SigningKey key(Path file, Map<String, String> environment) {
    try {
      return SigningKey.read(file, () -> passphrase(file, environment));
    } catch (UnusableKey e) {
      throw new Unusable(e.getMessage(), e);
    }
  }

  private static char[] passphrase(Path file, Map<String, String> environment) {
    String given = environment.get(PASSPHRASE);
    if (given != null) {
      return given.toCharArray();
    }
    Console terminal = System.console();
    return terminal == null ? null : terminal.readPassword("Passphrase of %s: ", file);
  }
}
