package io.keycheck.cli;

import io.keycheck.cases.RunSettings;
import io.keycheck.diagnose.rights.Subject;
import io.keycheck.lab.SetUpFailed;
import io.keycheck.lab.preflight.CertifyRights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Makes of a certify command one that a Job carries out in the cluster that it runs in: what it is
 * told is checked here, as it would be there.
 */
final class CertifyInJob {
  /** What the Job says itself, or what takes a file or a store that its pod has not. */
  private static final List<String> NOT_THERE =
      List.of(
          "--cluster",
          "--context",
          "--i-may-write-to",
          "--report",
          "--attach",
          "--keep",
          "--sign",
          "--config",
          "--rerun-failed",
          "--install",
          "--vault-token-file",
          "--vault-login-token-file",
          "--vault-ca",
          "--aws-prefix");

  /** Options with files that are no secrets: they are read here, and travel with the Job. */
  private static final List<String> FILES = List.of("--subject", "--waivers");

  private final List<String> given;
  private final ParseResult parsed;
  private final JobVaultOptions vault;
  private final String image;

  /**
   * Takes a command as it was typed after {@code --}.
   *
   * @param image the image of the kit, which the cluster can pull; it serves as the app's as well
   */
  CertifyInJob(List<String> given, ParseResult parsed, JobVaultOptions vault, String image) {
    this.given = List.copyOf(given);
    this.parsed = parsed;
    this.vault = vault;
    this.image = image;
  }

  /**
   * Returns what the Job does.
   *
   * @param account who it is to the cluster
   * @param own what makes the names of its roles differ from others'
   * @param sonobuoy whether Sonobuoy runs it, which takes no ConfigMap along
   * @throws Unusable with one sentence
   */
  JobTask task(Subject account, String own, boolean sonobuoy) {
    refuseWhatIsNotThere(sonobuoy);
    Map<String, String> files = new TreeMap<>();
    List<String> command = moved(files);
    command.addAll(1, List.of("--cluster", "adopted"));
    command.addAll(3, List.of("--context", OwnKubeconfig.CONTEXT));
    command.addAll(5, List.of("--i-may-write-to", OwnKubeconfig.CONTEXT));
    if (!parsed.hasMatchedOption("--app-image")) {
      // The kit's image is made on the app's, and is where the cluster pulls it.
      command.addAll(List.of("--app-image", image));
    }
    List<JobMount> mounts = vault.mount(command);
    check(command);
    List<String> rights =
        CertifyRights.of(false, Set.of()).stream()
            .map(each -> each.manifest(account.entry(), own))
            .toList();
    return new JobTask(command, rights, mounts, files);
  }

  private void refuseWhatIsNotThere(boolean sonobuoy) {
    for (String option : NOT_THERE) {
      if (parsed.hasMatchedOption(option)) {
        throw new Unusable(
            "A Job certifies the cluster that it runs in, and has no files of this machine: leave out"
                + " "
                + option
                + instead(option));
      }
    }
    if (!parsed.hasMatchedOption("--vault-addr")) {
      throw new Unusable(
          "In the cluster certify takes a Vault that exists: add --vault-addr URL --vault-prefix"
              + " PATH after --.");
    }
    boolean logsIn = parsed.hasMatchedOption("--vault-login-role");
    if (logsIn != vault.logsIn() || (vault.describesLogin() && !logsIn)) {
      throw new Unusable(
          "A Job is let into Vault in one way: by --vault-login-role ROLE after --, or by"
              + " --vault-token-secret NAME before it.");
    }
    for (String option : FILES) {
      if (sonobuoy && parsed.hasMatchedOption(option)) {
        throw new Unusable(
            "Sonobuoy's plugin takes no file along: leave out either --sonobuoy or "
                + option
                + ".");
      }
    }
  }

  private static String instead(String option) {
    return switch (option) {
      case "--vault-token-file" -> ", and name a Secret by --vault-token-secret before --.";
      case "--vault-login-token-file" -> "; it logs in with its own token.";
      case "--vault-ca" -> ", and name a ConfigMap by --vault-ca-map before --.";
      case "--aws-prefix" -> "; a Job takes no AWS yet.";
      case "--sign" -> "; sign the report when it is here.";
      default -> ".";
    };
  }

  /** The command with its files where the pod finds them; their contents are added to a map. */
  private List<String> moved(Map<String, String> files) {
    List<String> moved = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String word = given.get(i);
      String option = word.replaceFirst("=.*", "");
      if (!FILES.contains(option)) {
        moved.add(word);
        continue;
      }
      String path = word.contains("=") ? word.substring(option.length() + 1) : given.get(++i);
      String name = option.substring(2) + ".yaml";
      files.put(name, contents(option, path));
      moved.addAll(List.of(option, JobManifest.FILES.file(name)));
    }
    return moved;
  }

  private static String contents(String option, String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException | IllegalArgumentException e) {
      throw new Unusable("The file '%s' of %s cannot be read.".formatted(path, option), e);
    }
  }

  /** As certify itself would refuse it; the files are still where they were typed. */
  private void check(List<String> command) {
    List<String> here = new ArrayList<>(command);
    for (String option : FILES) {
      int at = here.indexOf(option);
      if (at >= 0) {
        here.set(at + 1, parsed.matchedOptionValue(option, ""));
      }
    }
    try {
      Certify certify =
          (Certify)
              Main.commandLine("certify")
                  .parseArgs(here.toArray(String[]::new))
                  .subcommand()
                  .commandSpec()
                  .userObject();
      Settings settings = Settings.of(certify.options(), Map.of(), Optional.empty());
      settings.timeout();
      RunSettings.read(settings::get, settings::place);
    } catch (ParameterException | SetUpFailed e) {
      throw new Unusable("After --: " + e.getMessage(), e);
    }
  }
}
