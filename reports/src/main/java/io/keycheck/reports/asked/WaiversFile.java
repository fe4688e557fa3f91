package io.keycheck.reports.asked;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycheck.reports.Waiver;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which failures are borne for a while. */
public final class WaiversFile {
  private WaiversFile() {}

  /**
   * Reads a YAML list of maps with case, reason, link and expires, and store where only one is
   * meant.
   *
   * @throws UnusableFile if it is none, or excuses a case twice
   */
  public static List<Waiver> read(Path path) throws UnusableFile {
    YamlFile file = new YamlFile("waivers", path);
    JsonNode list = file.read("- case: mount-is-read-only");
    if (!list.isArray()) {
      throw file.unusable(
          "is no YAML list: write case, reason, link and expires of each waiver, the first after '- '.");
    }
    List<Waiver> waivers = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (JsonNode each : list) {
      String where = " in waiver " + (waivers.size() + 1);
      file.requireOnly(each, where, Set.of("case", "store", "reason", "link", "expires"));
      Waiver waiver = waiver(file, each, where);
      if (!keys.add(waiver.key())) {
        throw file.unusable("excuses %s twice: leave one.", waiver.key());
      }
      waivers.add(waiver);
    }
    return waivers;
  }

  private static Waiver waiver(YamlFile file, JsonNode each, String where) throws UnusableFile {
    try {
      String id = file.text(each, where, "case");
      String expires = file.text(each, where, "expires");
      return new Waiver(
          id == null ? "" : id,
          Optional.ofNullable(file.text(each, where, "store")),
          file.text(each, where, "reason"),
          file.text(each, where, "link"),
          expires == null ? null : LocalDate.parse(expires));
    } catch (DateTimeException e) {
      throw file.unusable("has%s a day that is none: write expires: 2026-12-31.", where);
    } catch (IllegalArgumentException e) {
      throw file.unusable(
          "cannot be used%s: %s; write case, reason, link and expires.", where, e.getMessage());
    }
  }
}
