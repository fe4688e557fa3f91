package io.keycheck.diagnose.snapshot;

import java.util.List;

/**
 * A ClusterRole.
 *
 * @param rules what it allows
 */
public record Role(Meta meta, List<Rule> rules) implements Item {
  /** What one rule allows. */
  public record Rule(List<String> groups, List<String> resources, List<String> verbs) {}
}
