package io.keycheck.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keycheck.cases.RunPlan;
import io.keycheck.lab.plan.Creation;
import io.keycheck.lab.preflight.Preflight;
import io.keycheck.reports.Reason;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints what a run finds before it makes anything, and what it would make. */
final class PlanOutput {
  private final PrintWriter out;
  private final boolean json;

  /**
   * Prints to standard output.
   *
   * @param form text or json, as {@code --output} has it
   */
  PlanOutput(PrintWriter out, String form) {
    this.out = out;
    this.json = form.equals("json");
  }

  /** Prints a plan. */
  void plan(RunPlan plan) {
    if (json) {
      Map<String, Object> whole = new LinkedHashMap<>();
      whole.put("event", "plan");
      whole.put("run", RunPlan.RUN);
      whole.put("preflight", plan.preflight().toMaps());
      whole.put("setUp", maps(plan.setUp()));
      Map<String, Object> cases = new LinkedHashMap<>();
      plan.cases().forEach((key, made) -> cases.put(key, maps(made)));
      whole.put("cases", cases);
      whole.put("skipped", reasons(plan.skipped()));
      whole.put("possible", plan.preflight().impossible().isEmpty());
      line(whole);
      return;
    }
    out.print(plan.preflight().toText());
    out.println();
    out.println(
        "A run would make this, each with its own id in place of "
            + RunPlan.RUN
            + ", and remove it:");
    section("set-up", plan.setUp());
    plan.cases().forEach(this::section);
    if (!plan.skipped().isEmpty()) {
      out.println();
      out.println("These cases are skipped:");
      plan.skipped().forEach((key, why) -> out.println("  " + key + ": " + why.code()));
    }
    out.println();
    out.println(
        plan.creations().size()
            + " things, "
            + count(plan, "Namespace")
            + " of them namespaces and "
            + count(plan, "ClusterRoleBinding")
            + " ClusterRoleBindings. What the cluster makes of them by itself is not told: ReplicaSets,"
            + " Pods, SecretProviderClassPodStatuses, and the Deployments of MendixApps that an"
            + " Operator serves. What cases share is told with each of them, and counted once.");
    out.flush();
  }

  private static long count(RunPlan plan, String kind) {
    return plan.creations().stream().filter(made -> made.kind().equals(kind)).count();
  }

  private void section(String title, List<Creation> creations) {
    out.println();
    out.println(title);
    creations.forEach(made -> out.println("  " + made));
  }

  /** Prints a preflight as a line of a run's stream for machines. */
  void preflight(Preflight preflight) {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("event", "preflight");
    whole.put("rows", preflight.toMaps());
    whole.put("possible", preflight.impossible().isEmpty());
    line(whole);
  }

  private static List<Map<String, String>> maps(List<Creation> creations) {
    List<Map<String, String>> all = new ArrayList<>();
    for (Creation made : creations) {
      Map<String, String> map = new LinkedHashMap<>();
      map.put("kind", made.kind());
      if (!made.namespace().isEmpty()) {
        map.put("namespace", made.namespace());
      }
      map.put("name", made.name());
      all.add(map);
    }
    return all;
  }

  private static Map<String, Object> reasons(Map<String, Reason> skipped) {
    Map<String, Object> all = new LinkedHashMap<>();
    skipped.forEach(
        (key, why) -> all.put(key, Map.of("code", why.code(), "sentence", why.sentence())));
    return all;
  }

  private void line(Map<String, Object> whole) {
    try {
      out.println(new ObjectMapper().writeValueAsString(whole));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps and lists of texts can be written", e);
    }
  }
}
