package io.keycheck.diagnose.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycheck.diagnose.Diagnose;
import io.keycheck.diagnose.Recordings;
import io.keycheck.diagnose.Selection;
import io.keycheck.diagnose.read.SnapshotReader;
import io.keycheck.diagnose.snapshot.Snapshot;
import io.keycheck.reports.diagnosis.EnvironmentDiagnosis;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.UnknownCheck;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cluster, a file of it and a bundle of it are diagnosed alike. */
class LiveAsRecordedTest {
  @TempDir Path folder;

  static Iterable<Recordings.Label> recordings() {
    return Recordings.labels();
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void aClusterIsDiagnosedAsItsRecordingIs(Recordings.Label recording) throws Exception {
    List<EnvironmentDiagnosis> recorded =
        diagnosed(files(Recordings.file(recording.name())), recording);
    try (ApiServer server = serving(recording);
        Live live = server.open(folder, false)) {
      assertAlike(diagnosed(live.read(recording.namespace()), recording), recorded);
      assertThat(live.requests()).as(server.asked().toString()).isLessThanOrEqualTo(15);

      Path file = folder.resolve("bundle.tar.gz");
      live.bundle(recording.namespace()).write(file, false, Clock.systemUTC());
      assertAlike(diagnosed(files(file), recording), recorded);
    }
  }

  private static void assertAlike(
      List<EnvironmentDiagnosis> seen, List<EnvironmentDiagnosis> recorded) {
    assertThat(seen).hasSameSizeAs(recorded);
    for (int i = 0; i < recorded.size(); i++) {
      assertThat(seen.get(i).findings()).isEqualTo(recorded.get(i).findings());
      assertThat(seen.get(i).verdict()).isEqualTo(recorded.get(i).verdict());
      // That no pod is there is known of a cluster, and of no file: the cluster tells more.
      assertThat(seen.get(i).chain())
          .extracting(Link::part, Link::state, Link::checks)
          .isEqualTo(
              recorded.get(i).chain().stream()
                  .map(link -> tuple(link.part(), link.state(), link.checks()))
                  .toList());
      assertThat(unknown(recorded.get(i))).containsAll(unknown(seen.get(i)));
    }
  }

  private static Set<String> unknown(EnvironmentDiagnosis environment) {
    Set<String> ids = new TreeSet<>();
    environment.unknown().stream().map(UnknownCheck::check).forEach(ids::add);
    return ids;
  }

  private static List<EnvironmentDiagnosis> diagnosed(
      Snapshot snapshot, Recordings.Label recording) {
    return Diagnose.of(snapshot, Selection.all().in(recording.namespace())).environments().toList();
  }

  private static Snapshot files(Path file) throws Exception {
    return SnapshotReader.read(List.of(file.toString()), InputStream.nullInputStream(), "default");
  }

  private static ApiServer serving(Recordings.Label recording) {
    ApiServer server = new ApiServer().servesAllIn(recording.namespace());
    boolean anyRole = false;
    for (JsonNode object : Recordings.tree(recording.name()).path("items")) {
      server.has(object);
      anyRole |= object.path("kind").asText().equals("ClusterRole");
    }
    return anyRole
        ? server
        : server.forbids(
            "/apis/rbac.authorization.k8s.io/v1/clusterroles",
            "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings");
  }
}
