package io.keycheck.reports.asked;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycheck.reports.Subject;
import java.nio.file.Path;
import java.util.Set;

/** Reads who certifies what. */
public final class SubjectFile {
  private SubjectFile() {}

  /**
   * Reads a YAML map with all of organisation, product, version, url and contact.
   *
   * @throws UnusableFile if it is none
   */
  public static Subject read(Path path) throws UnusableFile {
    YamlFile file = new YamlFile("subject", path);
    JsonNode map = file.read("organisation: Example Ltd");
    if (!map.isObject()) {
      throw file.unusable(
          "is no YAML map: write organisation, product, version, url and contact, each on a line.");
    }
    file.requireOnly(map, "", Set.of("organisation", "product", "version", "url", "contact"));
    try {
      return new Subject(
          file.text(map, "", "organisation"),
          file.text(map, "", "product"),
          file.text(map, "", "version"),
          file.text(map, "", "url"),
          file.text(map, "", "contact"));
    } catch (IllegalArgumentException e) {
      throw file.unusable(
          "cannot be used: %s; write organisation, product, version, url and contact.",
          e.getMessage());
    }
  }
}
