package io.keycheck.diagnose.checks.classes;

import com.fasterxml.jackson.databind.node.TextNode;
import io.keycheck.contract.Key;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes classes that map the document's keys, with one thing or another changed. */
record Sample(String provider, Map<String, String> parameters, String list, String annotations) {
  static final List<String> KEYS =
      Arrays.stream(Key.values()).filter(Key::inDocument).map(Key::file).toList();

  static Sample vault() {
    return new Sample(
        "vault",
        Map.of("vaultAddress", "http://vault.vault:8200", "roleName", "shop-role"),
        KEYS.stream().map(Sample::vaultEntry).collect(Collectors.joining()),
        MARKED);
  }

  static Sample aws() {
    return new Sample(
        "aws",
        Map.of(),
        "- objectName: shop/secret\n  objectType: secretsmanager\n  jmesPath:\n"
            + KEYS.stream().map(Sample::awsPart).collect(Collectors.joining()),
        MARKED);
  }

  static Sample azure() {
    return new Sample(
        "azure",
        Map.of("keyvaultName", "shop", "tenantID", "00000000-0000-0000-0000-000000000000"),
        "array:\n"
            + KEYS.stream()
                .map(key -> "  - |\n    objectName: %s\n    objectType: secret\n".formatted(key))
                .collect(Collectors.joining()),
        MARKED);
  }

  static Sample gcp() {
    return new Sample(
        "gcp", Map.of(), KEYS.stream().map(Sample::gcpEntry).collect(Collectors.joining()), MARKED);
  }

  static List<Sample> all() {
    return List.of(vault(), aws(), azure(), gcp());
  }

  private static final String MARKED = "    privatecloud.mendix.com/environment-class: \"true\"\n";

  static String vaultEntry(String key) {
    return "- objectName: %s\n  secretKey: %s\n  secretPath: secret/data/shop\n"
        .formatted(key, key);
  }

  static String awsPart(String key) {
    return "  - path: '\"%s\"'\n    objectAlias: %s\n".formatted(key, key);
  }

  static String gcpEntry(String key) {
    return "- resourceName: projects/p/secrets/%s/versions/latest\n  fileName: %s\n"
        .formatted(key, key);
  }

  Sample parameter(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    changed.put(name, value);
    return new Sample(provider, changed, list, annotations);
  }

  Sample without(String parameter) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    changed.remove(parameter);
    return new Sample(provider, changed, list, annotations);
  }

  Sample list(String text) {
    return new Sample(provider, parameters, text, annotations);
  }

  Sample change(String from, String to) {
    if (!list.contains(from)) {
      throw new AssertionError("The sample has no " + from);
    }
    return list(list.replace(from, to));
  }

  Sample provider(String name) {
    return new Sample(name, parameters, list, annotations);
  }

  Sample annotated(String annotations) {
    return new Sample(provider, parameters, list, annotations);
  }

  String named(String name) {
    return named(name, Lint.NAMESPACE, "");
  }

  String named(String name, String namespace, String more) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("apiVersion: secrets-store.csi.x-k8s.io/v1\nkind: SecretProviderClass\n");
    yaml.append("metadata:\n  name: ").append(json(name)).append('\n');
    yaml.append("  namespace: ").append(namespace).append('\n');
    if (!annotations.isEmpty()) {
      yaml.append("  annotations:\n").append(annotations);
    }
    yaml.append("spec:\n  provider: ").append(provider).append('\n').append(more);
    yaml.append("  parameters:\n");
    parameters.forEach((key, value) -> yaml.append("    %s: %s\n".formatted(key, json(value))));
    if (list != null) {
      yaml.append(
          "    %s: %s\n".formatted(provider.equals("gcp") ? "secrets" : "objects", json(list)));
    }
    return yaml.toString();
  }

  Lint lint() {
    return lint("");
  }

  Lint lint(String more) {
    return Lint.of(named(Lint.ENVIRONMENT, Lint.NAMESPACE, more));
  }

  private static String json(String text) {
    return TextNode.valueOf(text).toString();
  }
}
