package io.keycheck.cases.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.reports.Measurement;
import io.keycheck.reports.Measurement.Part;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  private final List<Measurement> rotations = List.of(rotation(100, 900), rotation(10, 490));

  @Test
  void aPercentileIsTheNearestRank() {
    List<Long> ten = List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    assertThat(Latencies.percentile(ten, 50)).isEqualTo(5);
    assertThat(Latencies.percentile(ten, 90)).isEqualTo(9);
    assertThat(Latencies.percentile(ten, 100)).isEqualTo(10);
    assertThat(Latencies.percentile(List.of(7L), 50)).isEqualTo(7);
    assertThat(Latencies.percentile(List.of(), 50)).isZero();
  }

  @Test
  void eachPartOfTheTimeHasItsPercentiles() {
    assertThat(Latencies.percentiles(rotations))
        .containsSubsequence(
            "whole", "p50   500", "max  1000", "store", "max   100", "kubelet", "max   900");
  }

  @Test
  void aBarIsDrawnOfTheFirstLettersOfItsParts() {
    assertThat(Latencies.chart(rotations).lines())
        .containsExactly(
            "  1000 ms  " + "s".repeat(4) + "k".repeat(36), "   500 ms  " + "k".repeat(20));
  }

  private static Measurement rotation(long store, long kubelet) {
    return new Measurement(
        "time from the store to the file",
        Duration.ofMillis(store + kubelet),
        List.of(
            new Part("store", Duration.ofMillis(store)),
            new Part("kubelet", Duration.ofMillis(kubelet))));
  }
}
