package io.keycheck.cli;

import io.keycheck.cases.CaseCatalogue;
import io.keycheck.cases.Suite;
import io.keycheck.cases.attach.AttachedRun;
import io.keycheck.lab.KitVersion;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import io.keycheck.reports.UnreadableReport;
import io.keycheck.reports.Visible;
import io.keycheck.reports.folder.Held;
import io.keycheck.reports.folder.UnusableKey;
import io.keycheck.reports.folder.Verification;
import io.keycheck.reports.folder.VerificationKey;
import io.keycheck.reports.folder.VerifyingKit;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether a report is as it was written. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "One line each for the files, the signature, the schema, the arithmetic, the cases of",
      "the catalogue, and the pages that follow from the report: holds, broken, or unchecked",
      "and why. The last line says what was not checked. Only a signature says who made a",
      "report: all of one that is not signed can be made anew, MANIFEST included.",
      "",
      "Exit codes: 0 nothing is broken; 1 something is, or with --strict was not checked;",
      "2 it is no report, not whole, or of another kit's schema.",
      "",
      "Examples:",
      "  keycheck verify keycheck-reports/vault-20260301-120058",
      "  keycheck verify vault.tar.gz --key vendor.pub.pem",
      "  keycheck verify vault.tar.gz --key vendor.pub.pem --strict",
      "",
      "Without Keycheck: sha256sum --check MANIFEST, and",
      "  openssl pkeyutl -verify -pubin -inkey vendor.pub.pem -rawin -in MANIFEST \\",
      "    -sigfile MANIFEST.sig"
    })
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER|TAR",
      description = "A report's folder, its archive, or a run-report.json alone.")
  private Path path;

  @Option(
      names = "--key",
      paramLabel = "PUB",
      description = "The public key in PEM of whom you expect; then it must be signed.")
  private Path key;

  @Option(
      names = "--strict",
      description = "What could not be checked counts as broken: end with 1.")
  private boolean strict;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Verification verification = verify();
    for (Held held : verification.held()) {
      out.println(
          String.format(
              Locale.ROOT, "%-9s  %-10s  %s", held.state().word(), held.what(), held.sentence()));
    }
    out.println(verdict(verification));
    out.flush();
    return verification.holds() && (!strict || verification.unchecked().isEmpty()) ? 0 : 1;
  }

  private Verification verify() {
    try {
      return Verification.of(path, key(), own());
    } catch (UnreadableReport | UnusableKey e) {
      throw new Unusable(e.getMessage(), e);
    } catch (IOException e) {
      throw new Unusable(
          "%s cannot be read: name a report's folder or its archive.".formatted(path), e);
    }
  }

  private static VerifyingKit own() {
    return new VerifyingKit(
        KitVersion.current(), KitVersion.commit(), VerifyCommand::catalogueDigest);
  }

  private static Optional<String> catalogueDigest(String suite) {
    if (suite.equals(RunReport.ATTACHED)) {
      return Optional.of(AttachedRun.catalogue().digest());
    }
    return Arrays.stream(Suite.values())
        .filter(each -> each.id().equals(suite))
        .map(each -> CaseCatalogue.of(each).digest())
        .findFirst();
  }

  private Optional<VerificationKey> key() throws UnusableKey {
    return key == null ? Optional.empty() : Optional.of(VerificationKey.read(key));
  }

  private static String verdict(Verification verification) {
    if (!verification.holds() || verification.report().isEmpty()) {
      return "It is not as it was written: trust nothing in it.";
    }
    RunReport report = verification.report().get();
    String who =
        report
            .subject()
            .map(
                subject ->
                    "%s %s by %s: "
                        .formatted(subject.product(), subject.version(), subject.organisation()))
            .orElse("A run, and no certificate: ");
    String unchecked =
        verification.unchecked().isEmpty()
            ? ""
            : "; not checked: " + String.join(", ", verification.unchecked());
    return Visible.inline(
        who + report.title() + "; report " + RunReportJson.digest(report) + unchecked);
  }
}
