package io.keycheck.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes CHECKS.md. */
final class ChecksPage {
  private static final List<String> GROUPS =
      List.of("cluster", "account", "classes", "volume", "app", "vault", "aws", "runtime");

  private ChecksPage() {}

  static String text(List<Check> checks) {
    Map<String, List<Check>> groups = new TreeMap<>();
    checks.forEach(
        check -> groups.computeIfAbsent(group(check), group -> new ArrayList<>()).add(check));
    StringBuilder page =
        new StringBuilder(
            """
            # The checks

            What `keycheck diagnose` looks for, by the stable identifiers that its results use. Levels: *error* - the
            environment cannot get its secrets, or silently gets the wrong ones; *warning* - works now, will hurt; *info* -
            worth knowing, never counted as a fault. A check whose evidence could not be read is unknown, never passed.

            This page is generated from the classes; `%s` writes it anew.
            """
                .formatted(Golden.COMMAND));
    for (String group : GROUPS) {
      List<Check> own = groups.getOrDefault(group, List.of());
      if (!own.isEmpty()) {
        page.append("\n## ").append(group.equals("classes") ? "class" : group).append('\n');
        own.forEach(check -> section(page, check));
      }
    }
    return page.toString();
  }

  private static void section(StringBuilder page, Check check) {
    Explanation explanation = check.explanation();
    page.append(
        """

        ### %s

        *%s, belongs to the %s*

        %s

        - **Shows as:** %s
        - **To mend it:** %s
        - **Source:** %s
        """
            .formatted(
                check.id(),
                check.level().word(),
                check.part().title(),
                explanation.means(),
                explanation.shows(),
                explanation.mend(),
                explanation.source()));
  }

  private static String group(Check check) {
    String name = check.getClass().getPackageName();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
