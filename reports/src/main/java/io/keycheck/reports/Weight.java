package io.keycheck.reports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says which claims of a report rest on real parts, and which on stand-ins. */
public final class Weight {
  private Weight() {}

  /** Returns a sentence for the real parts and one for the stand-ins, where there were any. */
  public static List<String> of(RunReport report) {
    List<String> sentences = new ArrayList<>();
    add(sentences, report, false, "Shown by real parts (%s): %s.");
    add(
        sentences,
        report,
        true,
        "Shown by stand-ins alone (%s): %s. Of the real programs that holds only as far as the"
            + " stand-ins are like them.");
    return List.copyOf(sentences);
  }

  private static void add(
      List<String> sentences, RunReport report, boolean standIn, String sentence) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> claims = new LinkedHashSet<>();
    for (Component part : report.fingerprint().components()) {
      if ((part.origin() == Origin.STAND_IN) == standIn) {
        claim(part, claims, names);
      }
    }
    if (!claims.isEmpty()) {
      sentences.add(sentence.formatted(String.join(", ", names), String.join("; ", claims)));
    }
  }

  /** What no part of another kind could say in its place; parts that say nothing are left out. */
  private static void claim(Component part, Set<String> claims, Set<String> names) {
    String claim =
        switch (part.role()) {
          case "kubernetes" -> "what pods, volumes and tokens are";
          case "csi-driver" -> "that files are mounted, refreshed and removed";
          case "store" ->
              "that %s hands out what roles and policies allow"
                  .formatted(part.name().equals("vault") ? "Vault" : "AWS");
          case "database" -> "that users of the database end with their lease";
          case "provider" -> "how the class is read, the store asked and a refusal worded";
          case "gate" -> "whom AWS takes a pod for";
          case "operator" -> "what is made of a MendixApp";
          case "runtime" -> "which settings an app runs on";
          case "app" -> "what else is in an app's pod";
          default -> "";
        };
    if (!claim.isEmpty()) {
      claims.add(claim);
      names.add(
          part.origin() == Origin.STAND_IN || part.version().isEmpty()
              ? part.name()
              : part.name() + " " + part.version());
    }
  }
}
