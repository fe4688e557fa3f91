package io.keycheck.reports;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Describes the environment of a run closely enough to tell two apart.
 *
 * @param cluster how the cluster was come by: embedded, k3s or adopted
 * @param components its parts, sorted by role and name
 * @param facts what else bears on results: operating system, architecture, driver flags, timeouts
 */
public record Fingerprint(String cluster, List<Component> components, Map<String, String> facts) {
  /** Refuses a kind of cluster that is not kebab-case; sorts components and facts. */
  public Fingerprint {
    Kebab.require(cluster, "The kind of cluster");
    components = components.stream().sorted().toList();
    facts = Facts.sorted(facts);
  }

  /** Returns the names of the parts that are stand-ins, sorted, each once. */
  public List<String> standIns() {
    return components.stream()
        .filter(component -> component.origin() == Origin.STAND_IN)
        .map(Component::name)
        .sorted()
        .distinct()
        .toList();
  }

  Fingerprint redacted(UnaryOperator<String> mask) {
    return new Fingerprint(
        cluster,
        components.stream().map(component -> component.redacted(mask)).toList(),
        Facts.redacted(facts, mask));
  }
}
