package io.keycheck.reports;

/**
 * Names the kit that made a report.
 *
 * @param version the kit's version
 * @param commit the commit it was built from, or {@code unknown}
 * @param catalogueDigest {@link Catalogue#digest()} of the cases that the suite consists of
 */
public record Kit(String version, String commit, String catalogueDigest) {
  /** Refuses empty values. */
  public Kit {
    if (version.isBlank() || commit.isBlank() || catalogueDigest.isBlank()) {
      throw new IllegalArgumentException("A kit needs a version, a commit and a catalogue digest.");
    }
  }
}
