package io.keycheck.diagnose.checks.classes;

import io.keycheck.diagnose.View;
import io.keycheck.diagnose.snapshot.SecretProviderClass;
import io.keycheck.reports.diagnosis.Shell;
import java.util.List;
import java.util.regex.Pattern;

/** How a class is copied to the name and namespace in which the environment looks for it. */
final class Copying {
  /** What may stand in an expression of sed as it is. */
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9.-]+");

  private Copying() {}

  static List<String> to(View view, SecretProviderClass from) {
    if (!PLAIN.matcher(view.environment()).matches()
        || !PLAIN.matcher(view.namespace()).matches()) {
      return List.of("# apply the class under the environment's name and in its namespace");
    }
    String changes =
        String.join(
            "; ",
            "/^  \\(uid\\|resourceVersion\\|creationTimestamp\\|generation\\):/d",
            "s/^  name: .*/  name: " + view.environment() + "/",
            "s/^  namespace: .*/  namespace: " + view.namespace() + "/");
    return List.of(
        "kubectl -n "
            + Shell.quote(from.meta().namespace())
            + " get secretproviderclass "
            + Shell.quote(from.meta().name())
            + " -o yaml | sed "
            + Shell.quote(changes)
            + " | kubectl apply -f -");
  }
}
