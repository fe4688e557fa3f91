package io.keycheck.diagnose.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.keycheck.diagnose.Diagnose;
import io.keycheck.diagnose.Recordings;
import io.keycheck.diagnose.Selection;
import io.keycheck.diagnose.snapshot.Snapshot;
import io.keycheck.reports.diagnosis.EnvironmentDiagnosis;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, it is judged, or refused with one sentence. */
class HostileFilesTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> BASES =
      List.of(
          "healthy-aws",
          "sync-without-rbac-object",
          "vault-port-closed",
          "rotated-not-restarted",
          "cluster-driver-off-node",
          "account-missing",
          "image-not-pulled",
          "aws-secret-missing");

  @Test
  void filesWithBytesChangedOrCutAreReadOrRefused() throws Exception {
    Random random = new Random(1);
    for (int round = 0; round < 400; round++) {
      byte[] bytes = JSON.writeValueAsBytes(base(random));
      if (random.nextInt(4) == 0) {
        bytes = new YAMLMapper().writeValueAsBytes(base(random));
      }
      for (int i = random.nextInt(6); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      if (random.nextInt(3) == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      judge(bytes);
    }
  }

  @Test
  void objectsWithFieldsOfAnyTypeOrNoneAreJudged() throws Exception {
    Random random = new Random(2);
    for (int round = 0; round < 1600; round++) {
      JsonNode tree = base(random);
      List<JsonNode> parents = new ArrayList<>();
      collect(tree, parents);
      for (int i = random.nextInt(12); i >= 0; i--) {
        change(parents.get(random.nextInt(parents.size())), random);
      }
      judge(JSON.writeValueAsBytes(tree));
    }
  }

  /** Only what the checks look at is kept of a recording, so that a change seldom hits the rest. */
  private static JsonNode base(Random random) {
    ObjectNode tree = (ObjectNode) Recordings.tree(BASES.get(random.nextInt(BASES.size())));
    ArrayNode kept = NODES.arrayNode();
    for (JsonNode item : tree.path("items")) {
      if (!item.path("kind").asText().equals("Namespace")
          && !item.path("kind").asText().equals("CustomResourceDefinition")
          && !item.path("type").asText().equals("Normal")) {
        kept.add(item);
      }
    }
    return tree.set("items", kept);
  }

  private static void collect(JsonNode node, List<JsonNode> parents) {
    if (node.isContainerNode() && !node.isEmpty()) {
      parents.add(node);
      node.forEach(child -> collect(child, parents));
    }
  }

  private static void change(JsonNode parent, Random random) {
    if (parent.isEmpty()) {
      return;
    }
    int at = random.nextInt(parent.size());
    if (parent instanceof ArrayNode array) {
      if (random.nextBoolean()) {
        array.remove(at);
      } else {
        array.set(at, any(random, array.get(at)));
      }
    } else if (parent instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      if (random.nextBoolean()) {
        object.remove(names.get(at));
      } else {
        object.set(names.get(at), any(random, object.get(names.get(at))));
      }
    }
  }

  private static JsonNode any(Random random, JsonNode old) {
    return switch (random.nextInt(9)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextLong());
      case 3 -> NODES.numberNode(1e300);
      case 4 -> NODES.textNode("");
      case 5 -> NODES.textNode("\u001b[31m<script>\u0000\ud800" + "x".repeat(random.nextInt(3000)));
      case 6 -> NODES.arrayNode().add(old).add(1);
      case 7 -> NODES.objectNode().set("name", old);
      default -> NODES.textNode(old.toString());
    };
  }

  private static void judge(byte[] bytes) {
    Snapshot snapshot;
    try {
      snapshot = SnapshotReader.read(List.of("-"), new ByteArrayInputStream(bytes), "default");
    } catch (ReadFailed e) {
      assertThat(e.getMessage()).endsWith(".").doesNotContain("\n").hasSizeLessThan(300);
      return;
    }
    List<EnvironmentDiagnosis> all = Diagnose.of(snapshot, Selection.all()).environments().toList();
    assertThat(all)
        .flatMap(EnvironmentDiagnosis::unknown)
        .as("no check fails by itself")
        .noneMatch(unknown -> unknown.needs().contains("please report"));
  }

  @Test
  void longFilesAreReadPieceByPiece() throws IOException, ReadFailed {
    String object =
        "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"c\"},\"data\":{\"a\":\"%s\"}},"
            .formatted("x".repeat(1 << 20));
    byte[] piece = object.getBytes(StandardCharsets.UTF_8);
    Repeated file =
        new Repeated("{\"items\":[", piece, 200, "{\"apiVersion\":\"v1\",\"kind\":\"Pod\"}]}");

    Snapshot snapshot = SnapshotReader.read(List.of("-"), file, "default");

    assertThat(snapshot.notes()).anyMatch(note -> note.contains("ConfigMap"));
  }

  /** A file of any length that is nowhere as a whole. */
  private static final class Repeated extends SequenceInputStream {
    Repeated(String start, byte[] piece, int times, String end) {
      super(
          Collections.enumeration(
              Stream.of(
                      Stream.of(start.getBytes(StandardCharsets.UTF_8)),
                      Stream.generate(() -> piece).limit(times),
                      Stream.of(end.getBytes(StandardCharsets.UTF_8)))
                  .flatMap(part -> part)
                  .map(ByteArrayInputStream::new)
                  .toList()));
    }
  }
}
