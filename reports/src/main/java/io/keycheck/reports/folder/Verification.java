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
import java.util.Objects;
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
   * @param own the kit that verifies
   * @throws UnreadableReport if it is no report, not whole, foreign, or of another schema version
   */
  public static Verification of(Path path, Optional<VerificationKey> key, VerifyingKit own)
      throws IOException {
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
      held.add(catalogue(report.get(), own));
      if (!contents.alone()) {
        held.add(pages(report.get(), contents, own));
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
      return Held.unchecked(
          "signature",
          "a signature lies beside it, not looked at: --key PUB says whether it is that of whom you"
              + " expect");
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
        "%d cases, and counts, verdict and title that follow from them"
            .formatted(report.results().size()));
  }

  /** A report could leave out cases, and name the rest its catalogue. */
  private static Held catalogue(RunReport report, VerifyingKit own) {
    String cases = report.results().size() + " cases";
    if (own.catalogueDigest(report.suite()).equals(Optional.of(report.kit().catalogueDigest()))) {
      return Held.holds(
          "catalogue", cases + ", all that this kit has in the suite " + suite(report));
    }
    return own.made(report)
        ? Held.broken(
            "catalogue", cases + " are not all that this kit has in the suite " + suite(report))
        : Held.unchecked(
            "catalogue",
            cases
                + ", which are not those that this kit has in the suite "
                + suite(report)
                + ": it was made by another, "
                + maker(report)
                + ", which alone knows whether some are left out");
  }

  private static String suite(RunReport report) {
    return Visible.inline(report.suite());
  }

  private static String maker(RunReport report) {
    Kit kit = report.kit();
    return "%s (%s)".formatted(Visible.inline(kit.version()), Visible.inline(kit.commit()));
  }

  /** Another kit may write the same pages; where it does not, only it can tell. */
  private static Held pages(RunReport report, Contents contents, VerifyingKit own)
      throws IOException {
    Optional<String> other = differingPage(report, contents);
    if (other.isEmpty()) {
      return Held.holds(
          "pages", "certificate.html, junit.xml and the others say what the report says");
    }
    String page = Visible.inline(other.get());
    return own.made(report)
        ? Held.broken("pages", page + " does not follow from the report")
        : Held.unchecked(
            "pages",
            "%s is not what this kit, %s, makes of the report: only the one that made it, %s, can tell, so it may say anything"
                .formatted(page, own.name(), maker(report)));
  }

  /** The first file that this kit would write otherwise, or not at all. */
  private static Optional<String> differingPage(RunReport report, Contents contents)
      throws IOException {
    Path again = Files.createTempDirectory("keycheck-verify");
    try {
      Derived.write(again, report);
      Manifest made = Manifest.of(again);
      TreeSet<String> paths = new TreeSet<>(made.digests().keySet());
      contents.digests().keySet().stream().filter(Derived::follows).forEach(paths::add);
      return paths.stream()
          .filter(path -> !Objects.equals(made.digests().get(path), contents.digests().get(path)))
          .findFirst();
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
