package io.keycheck.cases.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  private static final Instant BEGAN = Instant.EPOCH;

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
  void theTimeIsSplitIntoTheStoresPartAndTheRest() {
    Latencies latencies = new Latencies();
    latencies.add(BEGAN, BEGAN.plusMillis(100), BEGAN.plusMillis(1000));
    latencies.add(BEGAN, BEGAN.plusMillis(10), BEGAN.plusMillis(500));
    assertThat(latencies.percentiles())
        .containsSubsequence("whole", "p50   500", "max  1000", "store", "refresh", "max   900");
    assertThat(latencies.chart().lines())
        .containsExactly(
            "  1000 ms  " + "s".repeat(4) + "r".repeat(36), "   500 ms  " + "r".repeat(20));
  }
}
