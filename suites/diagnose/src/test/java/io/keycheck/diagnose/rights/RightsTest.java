package io.keycheck.diagnose.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.keycheck.diagnose.snapshot.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rights are the least that reading takes. */
class RightsTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  @ParameterizedTest
  @EnumSource(Rights.class)
  void everyManifestIsARoleAndItsBinding(Rights rights) throws IOException {
    List<JsonNode> objects = objects(rights.manifest("shop", Subject.account("ops", "kit")));
    assertThat(objects).hasSize(2);
    assertThat(objects.get(0).path("kind").asText()).endsWith("Role");
    assertThat(objects.get(1).path("kind").asText()).endsWith("RoleBinding");
    assertThat(objects.get(1).at("/roleRef/name")).isEqualTo(objects.get(0).at("/metadata/name"));
    assertThat(objects.get(1).at("/roleRef/kind")).isEqualTo(objects.get(0).at("/kind"));
    assertThat(objects.get(1).at("/subjects/0/name").asText()).isEqualTo("kit");
    assertThat(objects.toString()).doesNotContain("${");
  }

  @ParameterizedTest
  @EnumSource(Rights.class)
  void noneDoesMoreThanGetAndListOrReadsSecrets(Rights rights) throws IOException {
    for (JsonNode rule : rules(rights)) {
      assertThat(texts(rule.path("verbs"))).isSubsetOf("get", "list").isNotEmpty();
      assertThat(texts(rule.path("resources"))).doesNotContain("secrets", "*").isNotEmpty();
      assertThat(texts(rule.path("apiGroups"))).doesNotContain("*").isNotEmpty();
    }
  }

  @Test
  void everyKindIsCoveredByOne() throws IOException {
    Set<String> covered = new TreeSet<>();
    for (Rights rights : Rights.values()) {
      for (JsonNode rule : rules(rights)) {
        for (String group : texts(rule.path("apiGroups"))) {
          texts(rule.path("resources")).forEach(each -> covered.add(group + "/" + each));
        }
      }
    }
    Set<String> read = new TreeSet<>();
    Kind.all().stream()
        // Which kinds there are is asked of what every account may ask.
        .filter(kind -> !kind.equals(Kind.SERVED_KIND))
        .forEach(kind -> read.add(kind.group() + "/" + kind.resource()));
    read.add("/pods/log");
    assertThat(covered).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice@example.com", "it's: {me}", "true", "oidc:on-call", "a\nb: c"})
  void anyUserCanBeNamed(String name) throws IOException {
    String manifest = Rights.NAMESPACE.manifest("shop", new Subject(Subject.Kind.USER, "", name));
    assertThat(objects(manifest).get(1).at("/subjects/0/name").asText())
        .isEqualTo(name.replace('\n', '?'));
    assertThat(objects(manifest).get(1).at("/subjects")).hasSize(1);
  }

  @Test
  void aNamespaceCalledNoStaysAText() throws IOException {
    JsonNode role = objects(Rights.NAMESPACE.manifest("no", Subject.account("no", "kit"))).get(0);
    assertThat(role.at("/metadata/namespace").isTextual()).isTrue();
  }

  private static List<JsonNode> rules(Rights rights) throws IOException {
    List<JsonNode> rules = new ArrayList<>();
    objects(rights.manifest("shop", Subject.account("ops", "kit")))
        .get(0)
        .path("rules")
        .forEach(rules::add);
    assertThat(rules).isNotEmpty();
    return rules;
  }

  private static List<JsonNode> objects(String manifest) throws IOException {
    return YAML.readerFor(JsonNode.class).<JsonNode>readValues(manifest).readAll();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
