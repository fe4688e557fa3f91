package io.keycheck.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The commands, each with what it does. A command's class, and all that it needs, is loaded when it
 * is asked for: who is paged does not wait for what certifies clusters.
 */
enum Commands {
  DIAGNOSE(
      "diagnose",
      "Name what is wrong with the environments of a namespace, and how to mend it; reads only.",
      DiagnoseCommand::new),
  SNAPSHOT(
      "snapshot",
      "Keep what diagnose reads of a namespace in a file, without Secrets.",
      SnapshotCommand::new),
  RBAC(
      "rbac",
      "Print the manifests of the rights that diagnose takes, or certify.",
      RbacCommand::new),
  CERTIFY(
      "certify",
      "Run a suite on a live cluster and end with a verdict and a report.",
      Certify::new),
  VERIFY(
      "verify",
      "Say whether a report is as it was written, and by whom it is signed.",
      VerifyCommand::new),
  REPORT(
      "report",
      "Show a report as text, page, Markdown, badge, annotations, or with Allure.",
      ReportCommand::new),
  DIFF("diff", "Say what got better or worse from one report to another.", DiffCommand::new),
  LIST("list", "List what there is to run, and what diagnose looks for.", Listing::new),
  CLEAN(
      "clean",
      "Remove the clusters on this machine that earlier runs kept and that no run uses now.",
      Clean::new),
  IMAGES(
      "images",
      "List the images that runs take, or move them to a machine that cannot build them.",
      ImagesCommand::new),
  JOB(
      "job",
      "Print or apply a Job, or a plugin for Sonobuoy, that runs a command in the cluster itself.",
      JobCommand::new),
  COMPLETION(
      "completion",
      "Print the script by which bash or zsh completes commands and options.",
      CompletionCommand::new),
  IN_JOB("in-job", "What a Job of 'keycheck job' starts.", InJobCommand::new);

  private final String word;
  private final String does;
  private final Supplier<Object> maker;

  Commands(String word, String does, Supplier<Object> maker) {
    this.word = word;
    this.does = does;
    this.maker = maker;
  }

  /** Returns the command that the first word names, or the second after {@code help}. */
  static Optional<Commands> asked(String... arguments) {
    int first = arguments.length > 1 && arguments[0].equals("help") ? 1 : 0;
    return Arrays.stream(values())
        .filter(command -> arguments.length > first && command.word.equals(arguments[first]))
        .findFirst();
  }

  /** Returns whether it takes Java alone: no Docker, and nothing that is logged. */
  boolean readsOnly() {
    return this != CERTIFY
        && this != CLEAN
        && this != LIST
        && this != IMAGES
        && this != JOB
        && this != IN_JOB;
  }

  /** Returns whether people call it; the other is for the kit's own Job. */
  boolean isShown() {
    return this != IN_JOB;
  }

  String word() {
    return word;
  }

  String does() {
    return does;
  }

  Object make() {
    return maker.get();
  }
}
