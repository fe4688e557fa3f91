package io.keycheck.cli;

import io.keycheck.cases.RunPlan;
import io.keycheck.cases.RunSettings;
import io.keycheck.lab.SetUpFailed;
import io.keycheck.lab.cluster.Surroundings;
import io.keycheck.lab.preflight.Preflight;
import io.keycheck.reports.folder.ReportFolder;
import io.keycheck.reports.folder.SigningKey;
import io.keycheck.reports.folder.UnusableReportFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a suite on a live cluster, and ends with a verdict. */
@Command(
    name = "certify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Every option can also be set in the file of --config and by an environment variable",
      "such as KEYCHECK_KEEP_FAILED; an option wins over a variable, a variable over the file.",
      "",
      "Exit codes: 0 conformant (of a selection: passed), 1 not, 2 bad usage or set-up,",
      "3 inconclusive: the cluster broke, or the time was over.",
      "",
      "Examples:",
      "  keycheck certify --suite vault",
      "  keycheck certify --suite vault --subject subject.yaml --sign vendor.pem",
      "  keycheck certify --suite vault --case mount-is-read-only --case mount-is-in-memory",
      "  keycheck certify --suite all --keep --keep-failed --verbose",
      "  keycheck certify --suite vault --driver-version 1.5.4",
      "  keycheck certify --suite vault --matrix 1.5.4,1.6.0",
      "  keycheck certify --suite vault --cluster k3s --registry mirror.example:5000",
      "  keycheck certify --suite vault --charts charts",
      "  keycheck certify --rerun-failed keycheck-reports/vault-20260301-120058",
      "  keycheck certify --suite vault --cluster adopted --context dev --plan",
      "  keycheck certify --suite vault --cluster adopted --context dev --i-may-write-to dev",
      "  keycheck certify --cluster adopted --context dev --i-may-write-to dev \\",
      "    --install driver,vault-provider,operator",
      "  keycheck certify --suite aws --cluster adopted --context dev --i-may-write-to dev \\",
      "    --aws-profile dev --aws-region eu-west-1 --aws-prefix teams/keycheck",
      "  keycheck certify --attach env1 -n shop --allow-exec"
    })
final class Certify implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--suite",
      paramLabel = "SUITE",
      description =
          "The suite to run: vault, aws, all, override, rotation, dynamic or failure (default:"
              + " vault).")
  private String suite;

  @Option(
      names = "--case",
      paramLabel = "ID",
      description = "Run only this case; may be given several times.")
  private List<String> cases = List.of();

  @Option(
      names = "--cluster",
      paramLabel = "KIND",
      description =
          "auto, embedded, k3s or adopted (default: auto, which takes the official k3s where it can"
              + " be pulled).")
  private String cluster;

  @Mixin private AdoptedOptions adopted = new AdoptedOptions();

  @Mixin private DriverOptions driver = new DriverOptions();

  @Mixin private SourceOptions sources = new SourceOptions();

  @Mixin private AttachOptions attach = new AttachOptions();

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "The folder of the report (default: keycheck-reports/SUITE-TIME).")
  private String report;

  @Option(
      names = "--subject",
      paramLabel = "FILE",
      description =
          "Who certifies what, in YAML: organisation, product, version, url, contact. Without it"
              + " the run is no certificate.")
  private String subject;

  @Option(
      names = "--waivers",
      paramLabel = "FILE",
      description =
          "Failures to bear for a while, in YAML: a list of case, reason, link, expires, and store"
              + " where only one is meant. They are shown and counted apart, and never"
              + " conformance.")
  private String waivers;

  @Option(
      names = "--sign",
      paramLabel = "KEY",
      description =
          "Sign the report with a private key of Ed25519 in PEM; a passphrase is taken from"
              + " KEYCHECK_SIGN_PASSPHRASE, or asked for.")
  private Path sign;

  @Option(
      names = "--rerun-failed",
      paramLabel = "REPORT",
      description =
          "Run only what failed or was inconclusive in a report of the same kit and cluster, and"
              + " merge: the new report says so.")
  private String rerunFailed;

  @Option(
      names = "--output",
      paramLabel = "FORM",
      defaultValue = "text",
      description =
          "text; json: a line for each case as it ends; github: text, annotations, and the summary"
              + " in GITHUB_STEP_SUMMARY (default: ${DEFAULT-VALUE}).")
  private String output;

  @Option(
      names = "--timeout",
      paramLabel = "T",
      description = "Give up after this time, such as 90s or 10m (default: 30m).")
  private String timeout;

  @Option(names = "--keep", description = "Leave the cluster running; the next run takes it.")
  private Boolean keep;

  @Option(names = "--keep-failed", description = "Leave the namespaces of cases that did not pass.")
  private Boolean keepFailed;

  @Option(
      names = "--settle",
      paramLabel = "T",
      description = "The longest time for a change to show (default: 60s).")
  private String settle;

  @Option(
      names = "--fault",
      paramLabel = "FAULT",
      description =
          "Prove that the suite can fail: 'own' breaks each case by its own fault, a stand-in's"
              + " misbehaviour such as wrong-bytes breaks all; 'CASE/STORE=FAULT;…' runs those"
              + " cases alone, each with its fault. Such a run certifies nothing.")
  private String fault;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A YAML file with settings, named like the options.")
  private Path config;

  @Option(
      names = "--verbose",
      description = "Log what the parts say, and show where errors came from.")
  private boolean verbose;

  @Option(
      names = "--check-only",
      hidden = true,
      description = "Only check what was given, and print which images a run needs.")
  private boolean checkOnly;

  @Override
  public Integer call() {
    if (verbose) {
      System.setProperty("keycheck.verbose", "true");
    }
    attach.check(options().keySet());
    if (attach.asked()) {
      if (adopted.plan()) {
        throw new ParameterException(
            spec.commandLine(), "--attach makes nothing, so there is nothing to --plan.");
      }
      return attach();
    }
    Settings given = Settings.of(options(), System.getenv(), Optional.ofNullable(config));
    Duration limit = given.timeout();
    Optional<MatrixRun> matrix =
        MatrixRun.asked(given) ? Optional.of(MatrixRun.of(given)) : Optional.empty();
    List<RunSettings> all =
        matrix
            .map(MatrixRun::settings)
            .orElseGet(() -> List.of(RunSettings.read(given::get, given::place)));
    if (adopted.plan()) {
      return plan(all.get(0));
    }
    all.forEach(settings -> checkReportFolder(settings.report()));
    PrintWriter out = spec.commandLine().getOut();
    RunOutput shown = RunOutput.of(output, out, System.getenv());
    Optional<SigningKey> key =
        Optional.ofNullable(sign).map(file -> Signing.key(file, System.getenv()));
    if (checkOnly) {
      out.println(images(all));
      out.flush();
      return 0;
    }
    Console console = new Console(out, spec.commandLine().getErr(), Main.colour());
    try (Interruption interruption = Interruption.watch()) {
      OneRun once = new OneRun(limit, console, shown, key, interruption);
      return matrix
          .map(several -> several.run(once::of, interruption::came, console, shown))
          .orElseGet(() -> once.of(all.get(0)).exitCode());
    }
  }

  /** The images that these runs take, each once. */
  private static String images(List<RunSettings> all) {
    return all.stream()
        .flatMap(settings -> Surroundings.imagesFor(settings.lab()).stream())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** Judges an environment that exists. */
  private Integer attach() {
    Path folder =
        Path.of(
                Optional.ofNullable(report)
                    .orElse("keycheck-reports/attached-" + RunSettings.stamp()))
            .toAbsolutePath()
            .normalize();
    checkReportFolder(folder);
    PrintWriter out = spec.commandLine().getOut();
    RunOutput shown = RunOutput.of(output, out, System.getenv());
    Optional<SigningKey> key =
        Optional.ofNullable(sign).map(file -> Signing.key(file, System.getenv()));
    Console console = new Console(out, spec.commandLine().getErr(), Main.colour());
    return attach.run(
        adopted.context(), folder, Optional.ofNullable(subject).map(Path::of), shown, console, key);
  }

  /** Says what a run would make, and makes nothing. */
  private Integer plan(RunSettings settings) {
    RunPlan.requirePossible(settings);
    if (!output.equals("text") && !output.equals("json")) {
      throw new Unusable("A plan is printed as text or json, not as '%s'.".formatted(output));
    }
    if (checkOnly) {
      return 0;
    }
    Preflight found = Surroundings.preflight(settings.lab());
    new PlanOutput(spec.commandLine().getOut(), output).plan(RunPlan.of(settings, found));
    found.require();
    return 0;
  }

  private static void checkReportFolder(Path folder) {
    try {
      ReportFolder.check(folder);
    } catch (UnusableReportFolder e) {
      throw new SetUpFailed(e.getMessage(), e);
    }
  }

  /** The settings that were given as options. */
  Map<String, String> options() {
    Map<String, String> options = new TreeMap<>();
    Settings.put(options, "suite", suite);
    Settings.put(
        options, "cases", cases.isEmpty() ? null : String.join(",", new ArrayList<>(cases)));
    Settings.put(options, "cluster", cluster);
    driver.putInto(options);
    sources.putInto(options);
    adopted.putInto(options);
    Settings.put(options, "report", report);
    Settings.put(options, "subject", subject);
    Settings.put(options, "waivers", waivers);
    Settings.put(options, "rerun-failed", rerunFailed);
    Settings.put(options, "timeout", timeout);
    Settings.put(options, "keep", keep);
    Settings.put(options, "keep-failed", keepFailed);
    Settings.put(options, "settle", settle);
    Settings.put(options, "fault", fault);
    return options;
  }
}
