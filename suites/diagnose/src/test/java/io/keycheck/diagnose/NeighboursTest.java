package io.keycheck.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.reports.diagnosis.EnvironmentDiagnosis;
import io.keycheck.reports.diagnosis.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Two recorded environments in one namespace: what is wrong with one is not said of the other. */
class NeighboursTest {
  private static final int PAIRS = Integer.getInteger("keycheck.pairs", 150);

  @Test
  void neighboursAreNotConfused() {
    List<Recordings.Label> labels =
        Recordings.labels().stream()
            // Their fault is the cluster's, which both would share, or lies beside the namespace.
            .filter(label -> !label.name().startsWith("cluster-"))
            .filter(label -> !label.name().equals("class-in-other-namespace"))
            .toList();
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      for (int j = i + 1; j < labels.size(); j++) {
        pairs.add(new int[] {i, j});
      }
    }
    Collections.shuffle(pairs, new Random(7));
    SoftAssertions all = new SoftAssertions();
    for (int[] pair : pairs.subList(0, Math.min(PAIRS, pairs.size()))) {
      Recordings.Label one = labels.get(pair[0]);
      Recordings.Label other = labels.get(pair[1]);
      Altered both =
          Altered.of("healthy-aws")
              .without(object -> !isOfCluster(object.path("metadata").path("namespace").asText()))
              .and(Altered.of(one.name(), "shop", "till"))
              .and(Altered.of(other.name(), "shop", "stock"));
      List<EnvironmentDiagnosis> diagnoses = both.diagnoses();
      assertThat(diagnoses).hasSize(2);
      String what = one + " beside " + other;
      expect(all, what, other, diagnoses.get(0));
      expect(all, what, one, diagnoses.get(1));
    }
    all.assertAll();
  }

  private static boolean isOfCluster(String namespace) {
    return namespace.isEmpty() || namespace.equals("kube-system") || namespace.equals("default");
  }

  private static void expect(
      SoftAssertions all, String what, Recordings.Label label, EnvironmentDiagnosis diagnosis) {
    List<String> expected = new ArrayList<>(label.must());
    expected.addAll(label.may());
    all.assertThat(diagnosis.findings())
        .extracting(Finding::check)
        .as(what + ": " + label)
        .containsAll(label.must());
    all.assertThat(Altered.alarms(diagnosis)).as(what + ": " + label).isSubsetOf(expected);
  }
}
