package io.keycheck.cli;

import io.keycheck.cases.attach.Attached;
import io.keycheck.cases.attach.AttachedRun;
import io.keycheck.lab.SetUpFailed;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.Subject;
import io.keycheck.reports.asked.SubjectFile;
import io.keycheck.reports.asked.UnusableFile;
import io.keycheck.reports.folder.Enclosures;
import io.keycheck.reports.folder.ReportFolder;
import io.keycheck.reports.folder.SigningKey;
import io.keycheck.reports.secrecy.Redactor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** What certify is told of an environment that exists, and what it does then. */
final class AttachOptions {
  /** The options of a run that an attached environment knows as well. */
  private static final Set<String> ALSO = Set.of("context", "report", "subject");

  @Option(
      names = "--attach",
      paramLabel = "ENVIRONMENT",
      description =
          "Judge an environment that exists, by reading alone: the profile attached, which is no"
              + " conformance. Goes with -n, --context, --allow-exec, --report, --subject, --sign"
              + " and --output.")
  private Optional<String> environment = Optional.empty();

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAMESPACE",
      description = "With --attach: the environment's namespace (default: the context's).")
  private Optional<String> namespace = Optional.empty();

  @Option(
      names = "--allow-exec",
      description =
          "With --attach: also digest the mounted files inside the pods, with a key made for this"
              + " look. Needs the right to exec; no value leaves the pod.")
  private boolean allowExec;

  /** Whether an environment that exists is to be judged. */
  boolean asked() {
    return environment.isPresent();
  }

  /** Refuses what has no meaning here; throws {@link Unusable} with one sentence. */
  void check(Collection<String> given) {
    if (environment.isEmpty()) {
      if (namespace.isPresent() || allowExec) {
        throw new Unusable("-n and --allow-exec go with --attach ENVIRONMENT.");
      }
      return;
    }
    Set<String> other = new TreeSet<>(given);
    other.removeAll(ALSO);
    if (!other.isEmpty()) {
      throw new Unusable(
          "--attach judges an environment that exists, by reading: leave out --%s."
              .formatted(String.join(" and --", other).replace("--cases", "--case")));
    }
    String name = environment.get();
    if (!name.matches("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?")) {
      throw new Unusable("No environment can be called '%s'.".formatted(name));
    }
  }

  /** Reads, judges, and writes the report. */
  int run(
      Optional<String> context,
      Path folder,
      Optional<Path> subject,
      RunOutput shown,
      Console console,
      Optional<SigningKey> key) {
    console.progress("reading the environment " + environment.orElseThrow());
    AttachedRun.Judged judged =
        new AttachedRun(
                new Attached(context, namespace, environment.get(), allowExec),
                subject.map(AttachOptions::read))
            .judge(System.getenv());
    RunReport report = judged.report();
    report.notPassed().stream()
        .filter(result -> !result.cannotBeShown())
        .forEach(result -> shown.ended(result, console));
    shown.verdict(report);
    shown.written(report, write(folder, judged, key));
    return report.exitCode();
  }

  private static Subject read(Path file) {
    try {
      return SubjectFile.read(file);
    } catch (UnusableFile e) {
      throw new SetUpFailed(e.getMessage(), e);
    }
  }

  private static ReportFolder.Written write(
      Path folder, AttachedRun.Judged judged, Optional<SigningKey> key) {
    try {
      return ReportFolder.write(
          folder,
          judged.report(),
          new Enclosures(judged.diagnosis(), Map.of()),
          new Redactor(),
          key);
    } catch (IOException e) {
      throw new SetUpFailed("The report could not be written: " + e.getMessage(), e);
    }
  }
}
