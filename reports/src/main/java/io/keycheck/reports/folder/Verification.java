package io.keycheck.reports.folder;

import io.keycheck.reports.Kit;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import io.keycheck.reports.RunReportSchema;
import io.keycheck.reports.UnreadableReport;
import io.keycheck.reports.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Holds a report against itself: its files against the manifest, the manifest against the
 * signature, what it says against the schema and against its own results, and its pages against the
 * report.
 *
 * @param report the report, where it can be read at all
 * @param held what was verified, in the order in which people ask
 */
public record Verification(Optional<RunReport> report, List<Held> held) {
  /**
   * Verifies a report.
   *
   * @param key by whom it must be signed; absent where nobody asks
   * @param version the version of the kit that verifies
   * @param commit the commit of the kit that verifies
   * @throws UnreadableReport if it is no report, not whole, foreign, or of another schema version
   */
  public static Verification of(
      Path path, Optional<VerificationKey> key, String version, String commit) throws IOException {
    Contents contents = Contents.of(path);
    RunReportJson.requireKnownVersion(contents.report());
    List<Held> held = new ArrayList<>();
    held.add(files(contents));
    held.add(signature(contents, key));
    Held schema = schema(contents);
    held.add(schema);
    if (schema.state() == Held.State.BROKEN) {
      held.add(Held.unchecked("arithmetic", "not looked at, as the schema does not hold"));
      return new Verification(Optional.empty(), List.copyOf(held));
    }
    Optional<RunReport> report = Optional.empty();
    try {
      report = Optional.of(RunReportJson.read(contents.report()));
      held.add(arithmetic(report.get(), contents));
      if (!contents.alone()) {
        held.add(pages(report.get(), contents, version, commit));
      }
    } catch (UnreadableReport e) {
      held.add(Held.broken("arithmetic", e.getMessage()));
    }
    return new Verification(report, List.copyOf(held));
  }

  /** Returns whether nothing is broken. */
  public boolean holds() {
    return held.stream().noneMatch(each -> each.state() == Held.State.BROKEN);
  }

  /** Returns what could not be checked here. */
  public List<String> unchecked() {
    return held.stream()
        .filter(each -> each.state() == Held.State.UNCHECKED)
        .map(Held::what)
        .toList();
  }

  private static Held files(Contents contents) throws UnreadableReport {
    if (contents.alone()) {
      return Held.unchecked("files", "this is a report alone, without the folder around it");
    }
    Optional<byte[]> bytes = contents.file(Manifest.NAME);
    if (bytes.isEmpty()) {
      return Held.broken("files", "there is no MANIFEST, which every report has");
    }
    Manifest manifest = Manifest.read(bytes.get());
    for (String path : contents.digests().keySet()) {
      if (Manifest.lists(path) && !manifest.digests().containsKey(path)) {
        throw new UnreadableReport(
            "There is a file %s, which the MANIFEST does not list: take it out, or fetch the report again."
                .formatted(Visible.inline(path)));
      }
    }
    for (String path : manifest.digests().keySet()) {
      String digest = contents.digests().get(path);
      if (digest == null) {
        return Held.broken("files", Visible.inline(path) + " is missing");
      }
      if (!digest.equals(manifest.digests().get(path))) {
        return Held.broken(
            "files", Visible.inline(path) + " is not as it was when the MANIFEST was made");
      }
    }
    return Held.holds("files", manifest.digests().size() + " files, each as the MANIFEST has it");
  }

  private static Held signature(Contents contents, Optional<VerificationKey> key) {
    Optional<byte[]> signature = contents.file(Manifest.SIGNATURE);
    if (signature.isEmpty()) {
      return key.isPresent()
          ? Held.broken("signature", "it is not signed, and a key was given")
          : Held.unchecked(
              "signature", "it is not signed: anyone can make all of it anew, MANIFEST included");
    }
    if (key.isEmpty()) {
      return Held.unchecked("signature", "it is signed; --key PUB says whether by whom you expect");
    }
    Optional<byte[]> manifest = contents.file(Manifest.NAME);
    return manifest.isPresent() && key.get().verifies(manifest.get(), signature.get())
        ? Held.holds("signature", "Ed25519 over the MANIFEST, by the holder of the key")
        : Held.broken("signature", "it is not that of this key over this MANIFEST");
  }

  private static Held schema(Contents contents) {
    return RunReportSchema.violation(contents.report())
        .map(violation -> Held.broken("schema", violation))
        .orElseGet(
            () ->
                Held.holds(
                    "schema", "run-report.json is a run report " + RunReport.SCHEMA_VERSION));
  }

  private static Held arithmetic(RunReport report, Contents contents) {
    if (!Arrays.equals(RunReportJson.write(report), contents.report())) {
      return Held.broken("arithmetic", "run-report.json is not in its canonical form");
    }
    if (!report.accountsForCatalogue()) {
      return Held.broken(
          "arithmetic",
          "its %d cases are not those of the catalogue that it names"
              .formatted(report.results().size()));
    }
    return Held.holds(
        "arithmetic",
        "%d cases, all of the catalogue; counts, verdict and title follow from them"
            .formatted(report.results().size()));
  }

  private static Held pages(RunReport report, Contents contents, String version, String commit)
      throws IOException {
    Kit kit = report.kit();
    if (kit.commit().endsWith("-changed")) { // then equal names say nothing
      return Held.unchecked(
          "pages",
          "made by a kit with changes that are in no commit: no other can make them again, so they may say anything");
    }
    if (!kit.version().equals(version) || !kit.commit().equals(commit)) {

      return Held.unchecked(
          "pages",
          "made by kit %s (%s), and this is %s (%s): only that one can make them again, so they may say anything"
              .formatted(
                  Visible.inline(kit.version()), Visible.inline(kit.commit()), version, commit));
    }
    Path again = Files.createTempDirectory("keycheck-verify");
    try {
      Derived.write(again, report);
      Manifest made = Manifest.of(again);
      TreeSet<String> paths = new TreeSet<>(made.digests().keySet());
      contents.digests().keySet().stream().filter(Derived::follows).forEach(paths::add);
      for (String path : paths) {
        String digest = made.digests().get(path);
        if (digest == null || !digest.equals(contents.digests().get(path))) {
          return Held.broken("pages", Visible.inline(path) + " does not follow from the report");
        }
      }
      return Held.holds(
          "pages", "certificate.html, junit.xml and the others say what the report says");
    } finally {
      delete(again);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(folder)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.delete(each);
    }
  }
}
