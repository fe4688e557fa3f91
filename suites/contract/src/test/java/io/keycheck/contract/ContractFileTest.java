package io.keycheck.contract;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Java data says what contract.yaml says, no more and no less. */
class ContractFileTest {
  private static JsonNode contract;

  @BeforeAll
  static void readContract() throws IOException {
    try (InputStream yaml = ContractFileTest.class.getResourceAsStream("/contract.yaml")) {
      contract = new YAMLMapper().readTree(yaml);
    }
  }

  @Test
  void keysAndPatternsHaveTheSameNames() {
    List<String> known =
        Stream.concat(Arrays.stream(Key.values()), Arrays.stream(KeyPattern.values()))
            .map(Object::toString)
            .toList();
    assertThat(contract.get("keys").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void keysAreRequiredInTheSameEnvironments() {
    assertThat(inFile("required"))
        .isEqualTo(
            withPatterns(
                Arrays.stream(Key.values())
                    .collect(toMap(Key::file, key -> key.requirement().word())),
                Requirement.OPTIONAL.word()));
  }

  @Test
  void keysCameWithTheSameOperators() {
    Map<String, String> later =
        Arrays.stream(Key.values())
            .filter(key -> !key.inDocument())
            .collect(toMap(Key::file, key -> key.since().toString()));
    assertThat(inFile("since")).isEqualTo(withPatterns(later, "2.10.0"));
  }

  @Test
  void examplesAreTheDocuments() {
    Map<String, String> examples = inFile("example");
    for (Key key : Key.values()) {
      String inFile = examples.get(key.file());
      if (inFile != null) {
        assertThat(key.example()).as(key.file()).contains(inFile);
      }
      assertThat(key.example().isPresent()).as(key.file()).isEqualTo(key.inDocument());
    }
  }

  @Test
  void storageServicesHaveTheSameNames() {
    assertThat(contract.at("/keys/storage-service-name/values"))
        .extracting(JsonNode::asText)
        .containsExactly(
            StorageService.S3.value(),
            "%s (since %s)".formatted(StorageService.AZURE.value(), StorageService.AZURE.since()));
  }

  @Test
  void objectsAreNamedAndMarkedAlike() {
    JsonNode names = contract.get("names");
    assertThat(names.at("/custom-resource/apiVersion").asText())
        .isEqualTo(MendixApp.API_GROUP + "/" + MendixApp.API_VERSION);
    assertThat(names.at("/custom-resource/kind").asText()).isEqualTo(MendixApp.KIND);
    assertThat(names.at("/service-account/annotation"))
        .isEqualTo(annotation(Environment.ACCOUNT_ANNOTATION));
    assertThat(names.at("/secret-provider-class/annotation"))
        .isEqualTo(annotation(Environment.CLASS_ANNOTATION));
    assertThat(names.at("/secret-provider-class/apiVersion"))
        .extracting(JsonNode::asText)
        .containsExactly(
            SecretProviderClass.API_GROUP + "/" + SecretProviderClass.API_VERSION,
            SecretProviderClass.API_GROUP
                + "/"
                + SecretProviderClass.DEPRECATED_API_VERSION
                + " (deprecated)");
    assertThat(names.get("override-flag").asText()).isEqualTo("spec." + MendixApp.OVERRIDE_FIELD);
    assertThat(names.get("storage-plans"))
        .extracting(JsonNode::asText)
        .containsExactly(MendixApp.DATABASE_PLAN_PATH, MendixApp.STORAGE_PLAN_PATH);
  }

  @Test
  void podsLookAlike() {
    JsonNode pods = contract.at("/names/app-pods");
    assertThat(pods.at("/labels").get(AppPod.COMPONENT_LABEL).asText()).isEqualTo(AppPod.COMPONENT);
    assertThat(pods.at("/labels").get(AppPod.APP_LABEL).asText()).isEqualTo("= MendixApp");
    assertThat(pods.get("containers"))
        .extracting(JsonNode::asText)
        .containsExactly(
            AppPod.RUNTIME_CONTAINERS.get(0)
                + " (also seen as "
                + AppPod.RUNTIME_CONTAINERS.get(1)
                + ")",
            AppPod.SIDECAR_CONTAINER,
            AppPod.METRICS_CONTAINER);
    assertThat(pods.get("operator").asText())
        .contains(OperatorPod.NAMES)
        .contains(OperatorPod.SIDECAR_IMAGE + ":<version>")
        .contains(OperatorPod.OPERATOR_IMAGE + ":<version>");
  }

  @Test
  void providersNameFilesAlike() {
    JsonNode entries = contract.get("entries");
    assertThat(entries.fieldNames())
        .toIterable()
        .containsExactlyElementsOf(Stream.of(Provider.values()).map(Provider::id).toList());
    for (Provider provider : Provider.values()) {
      JsonNode entry = entries.get(provider.id());
      assertThat(entry.get("list").asText()).startsWith("parameters." + provider.parameter() + ":");
      assertThat(entry.get("file").asText()).contains(lastNames(provider.fileFields()));
      assertThat(entry.get("from"))
          .extracting(JsonNode::asText)
          .containsExactlyElementsOf(provider.sourceFields());
    }
  }

  @Test
  void trapsAreTheSame() {
    List<String> traps =
        Arrays.stream(Trap.values())
            .map(
                trap -> trap.provider().map(ContractFileTest::heading).orElse("") + trap.sentence())
            .toList();
    assertThat(contract.get("document-traps"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(traps);
  }

  private static String heading(Provider provider) {
    return provider == Provider.VAULT ? "Vault: " : "AWS: ";
  }

  private static List<String> lastNames(List<String> fields) {
    return fields.stream().map(field -> field.substring(field.lastIndexOf('.') + 1)).toList();
  }

  private static JsonNode annotation(String name) {
    return new YAMLMapper().createObjectNode().put(name, Environment.ANNOTATION_VALUE);
  }

  /** Returns one property of all keys in the file that have it. */
  private static Map<String, String> inFile(String property) {
    return contract.get("keys").properties().stream()
        .filter(key -> key.getValue().has(property))
        .collect(
            toMap(
                Map.Entry::getKey,
                key -> key.getValue().get(property).asText(),
                (a, b) -> a,
                TreeMap::new));
  }

  private static Map<String, String> withPatterns(Map<String, String> keys, String value) {
    Map<String, String> all = new TreeMap<>(keys);
    for (KeyPattern pattern : KeyPattern.values()) {
      all.put(pattern.toString(), value);
    }
    return all;
  }
}
