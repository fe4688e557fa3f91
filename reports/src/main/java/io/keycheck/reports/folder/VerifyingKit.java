package io.keycheck.reports.folder;

import io.keycheck.reports.Kit;
import io.keycheck.reports.RunReport;
import java.util.Optional;
import java.util.function.Function;

/**
 * The kit that verifies a report, which may be another than the one that made it.
 *
 * @param catalogues the digest of the cases of a suite, by the suite's name; nothing where this kit
 *     has no such suite
 */
public record VerifyingKit(
    String version, String commit, Function<String, Optional<String>> catalogues) {
  /** The mark of a commit that had changes in no commit: then equal names say nothing. */
  private static final String CHANGED = "-changed";

  /** Returns whether the report names this very kit as the one that made it. */
  boolean made(RunReport report) {
    Kit kit = report.kit();
    return kit.version().equals(version)
        && kit.commit().equals(commit)
        && !commit.endsWith(CHANGED);
  }

  /** Returns the digest of the cases that this kit has in a suite. */
  Optional<String> catalogueDigest(String suite) {
    return catalogues.apply(suite);
  }

  /** Returns its name, for people. */
  String name() {
    return "%s (%s)".formatted(version, commit);
  }
}
