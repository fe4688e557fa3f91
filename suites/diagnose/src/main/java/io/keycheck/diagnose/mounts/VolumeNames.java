package io.keycheck.diagnose.mounts;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which volumes a FailedMount message is about. */
final class VolumeNames {
  /** Put before the message of events that differ so little that they are counted as one. */
  static final String COMBINED = "(?:\\(combined from similar events\\): ?)?";

  private static final Pattern ONE =
      Pattern.compile(
          "^\\s{0,20}"
              + COMBINED
              + "MountVolume\\.[^\"]{1,100} failed for volume \"([^\"]{1,300})\"");

  /** The first list is of those that are not mounted; the second is of all. */
  private static final Pattern SEVERAL =
      Pattern.compile(
          "^\\s{0,20}"
              + COMBINED
              + "Unable to .{0,100}?\\bunmounted volumes=\\[([^\\]]{0,2000})\\]");

  private VolumeNames() {}

  static Set<String> in(String message) {
    Matcher one = ONE.matcher(message);
    if (one.find()) {
      return Set.of(one.group(1));
    }
    Matcher several = SEVERAL.matcher(message);
    return several.find() ? Set.copyOf(List.of(several.group(1).split("[\\s,]+"))) : Set.of();
  }
}
