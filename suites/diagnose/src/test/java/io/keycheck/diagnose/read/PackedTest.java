package io.keycheck.diagnose.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.diagnose.Diagnose;
import io.keycheck.diagnose.Recordings;
import io.keycheck.diagnose.Selection;
import io.keycheck.diagnose.snapshot.Item;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.SecretProviderClass;
import io.keycheck.diagnose.snapshot.Snapshot;
import io.keycheck.reports.diagnosis.Diagnosis;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is held packed is judged as what is not. */
class PackedTest {
  private static final long AT_ONCE = 0;
  private static final long A_FEW = 20_000;
  private static final long NEVER = Long.MAX_VALUE;

  /** Each recording, and all of them as one cluster, in which objects come more than once. */
  static Stream<List<String>> sources() {
    return Stream.concat(
        Recordings.labels().stream()
            .map(label -> List.of(Recordings.file(label.name()).toString())),
        Stream.of(List.of(Recordings.FOLDER.toString())));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void recordingsAreJudgedAlike(List<String> sources) throws ReadFailed {
    Diagnosis plain = judged(read(sources, "", NEVER));
    assertThat(judged(read(sources, "", AT_ONCE))).isEqualTo(plain);
    assertThat(judged(read(sources, "", A_FEW))).isEqualTo(plain);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void everyObjectIsMadeAnewAsItWas(List<String> sources) throws ReadFailed {
    Snapshot plain = read(sources, "", NEVER);
    Snapshot packed = read(sources, "", A_FEW);
    assertThat(packed.namespaces()).isEqualTo(plain.namespaces());
    for (Kind<?> kind : Kind.all()) {
      assertThat(packed.seen(kind)).asList().isEqualTo(plain.seen(kind));
      for (String namespace : plain.namespaces()) {
        assertThat(packed.in(namespace, kind)).isEqualTo(plain.in(namespace, kind));
      }
    }
    assertThat(packed.driverAndProviderPods()).isEqualTo(plain.driverAndProviderPods());
  }

  @Test
  void textsAndTimesThatAreNoCommonOnesAreKept() throws ReadFailed {
    String objects =
        """
        {"apiVersion":"secrets-store.csi.x-k8s.io/v1","kind":"SecretProviderClass",
         "metadata":{"namespace":"shop","name":"odd","creationTimestamp":"+999999999-12-31T23:59:59.999999999Z"},
         "spec":{"parameters":{"b":"half a pair \\ud83d","a":"\\u0000\\"ü😀","n":{"x":[1]}}}}
        {"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"shop","name":"p"},
         "status":{"startTime":"1926-01-01T00:00:00.000001Z"}}
        """;
    Snapshot plain = read(List.of("-"), objects, NEVER);
    Snapshot packed = read(List.of("-"), objects, AT_ONCE);
    for (Kind<?> kind : List.of(Kind.CLASS, Kind.POD)) {
      assertThat(packed.seen(kind)).asList().hasSize(1).isEqualTo(plain.seen(kind));
    }
    SecretProviderClass odd = packed.seen(Kind.CLASS).get(0);
    assertThat(odd.parameters().keySet()).containsExactly("b", "a", "n");
    assertThat(odd.meta().created()).isPresent();
  }

  @Test
  void ofAnObjectThatComesTwiceTheLastOneCounts() throws ReadFailed {
    String pod =
        """
        {"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"shop","name":"%s"},
         "status":{"phase":"%s"}}
        """;
    String twice =
        pod.formatted("a", "Pending")
            + pod.formatted("b", "Running")
            + pod.formatted("a", "Failed");
    List<Pod> pods = read(List.of("-"), twice, AT_ONCE).seenIn("shop", Kind.POD);
    assertThat(pods).map(Item::meta).extracting("name").containsExactly("a", "b");
    assertThat(pods.get(0).phase()).isEqualTo("Failed");
  }

  private static Snapshot read(List<String> sources, String input, long mostLoose)
      throws ReadFailed {
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    return SnapshotReader.read(sources, in, "default", mostLoose);
  }

  private static Diagnosis judged(Snapshot snapshot) {
    return Diagnose.of(snapshot, Selection.all()).diagnosis("files");
  }
}
