package io.keycheck.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which of the kubeconfig's clusters are read; one of the two. */
final class FleetOptions {
  @Option(
      names = "--contexts",
      paramLabel = "CTX",
      split = ",",
      description =
          "Judge the clusters of these contexts, four at a time; one that does not answer is a line"
              + " of the result.")
  private List<String> contexts = List.of();

  @Option(names = "--all-contexts", description = "The same of all contexts of the kubeconfig.")
  private boolean all;

  /** Returns whether several clusters are asked for. */
  boolean given() {
    return all || !contexts.isEmpty();
  }

  /** Returns the contexts that were asked for, each once; all of them must be among those there. */
  List<String> chosen(List<String> there) {
    if (there.isEmpty()) {
      throw new Unusable("The kubeconfig has no context: name another with --kubeconfig.");
    }
    if (all) {
      return there;
    }
    Set<String> chosen = new LinkedHashSet<>(contexts);
    List<String> absent = chosen.stream().filter(name -> !there.contains(name)).toList();
    if (!absent.isEmpty()) {
      throw new Unusable(
          "The kubeconfig has no context '%s': it has %s."
              .formatted(String.join("' and no '", absent), String.join(", ", there)));
    }
    return List.copyOf(chosen);
  }
}
