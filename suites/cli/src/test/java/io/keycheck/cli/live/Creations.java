package io.keycheck.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a run was to make in a cluster, by its plan, and what it made, as the API server saw it. */
final class Creations {
  private static final Pattern RUN = Pattern.compile(", run ([a-z0-9]+);");

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("namespaces", "Namespace"),
          Map.entry("clusterrolebindings", "ClusterRoleBinding"),
          Map.entry("clusterroles", "ClusterRole"),
          Map.entry("rolebindings", "RoleBinding"),
          Map.entry("roles", "Role"),
          Map.entry("services", "Service"),
          Map.entry("endpointslices", "EndpointSlice"),
          Map.entry("serviceaccounts", "ServiceAccount"),
          Map.entry("daemonsets", "DaemonSet"),
          Map.entry("deployments", "Deployment"),
          Map.entry("csidrivers", "CSIDriver"),
          Map.entry("customresourcedefinitions", "CustomResourceDefinition"),
          Map.entry("mendixapps", "MendixApp"),
          Map.entry("secretproviderclasses", "SecretProviderClass"),
          Map.entry("pods", "Pod"));

  private Creations() {}

  /** The id of a run, as it said at its start. */
  static String runId(Keycheck.Ended ended) {
    Matcher run = RUN.matcher(ended.err());
    assertThat(run.find()).as("the run's id in: " + ended.err()).isTrue();
    return run.group(1);
  }

  /** The objects of a plan, with a run's id in them. */
  static Set<String> planned(JsonNode plan, String runId) {
    Set<String> planned = new TreeSet<>();
    List<JsonNode> parts = new ArrayList<>(List.of(plan.path("setUp")));
    plan.path("cases").forEach(parts::add);
    for (JsonNode part : parts) {
      for (JsonNode made : part) {
        String kind = made.path("kind").asText();
        if (!kind.startsWith("Vault")) {
          planned.add(
              (kind + " " + made.path("namespace").asText() + "/" + made.path("name").asText())
                  .replace(plan.path("run").asText(), runId));
        }
      }
    }
    return planned;
  }

  /** The objects that were made by requests. */
  static Set<String> made(List<AuditLog.Request> requests) {
    Set<String> made = new TreeSet<>();
    requests.stream()
        .filter(AuditLog.Request::makes)
        .forEach(
            request -> {
              String kind = KINDS.getOrDefault(request.resource(), request.resource());
              String namespace = kind.equals("Namespace") ? "" : request.namespace();
              made.add(kind + " " + namespace + "/" + request.name());
            });
    return made;
  }
}
