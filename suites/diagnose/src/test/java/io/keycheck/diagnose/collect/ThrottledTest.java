package io.keycheck.diagnose.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An API server that answers 429 is left alone as long as it says, and never pressed. */
class ThrottledTest {
  private static final String PODS = "/api/v1/namespaces/shop/pods";
  private static final String EVENTS = "/api/v1/namespaces/shop/events";
  private static final String EMPTY = "{\"metadata\":{},\"items\":[]}";
  private static final String ONE =
      """
      {"metadata":{},"items":[{"metadata":{"namespace":"shop","name":"p"}}]}""";

  @TempDir Path folder;
  @AutoClose private final ApiServer server = new ApiServer();

  @Test
  void noRequestIsSentBeforeTheTimeThatTheServerNamed() {
    server.servesAllIn("shop");
    server.answers(PODS, 429, "{}", "Retry-After", "1").answers(PODS, 200, ONE);
    Snapshot snapshot = read();
    assertThat(snapshot.in("shop", Kind.POD).isKnown()).isTrue();
    List<ApiServer.Asked> asked = server.asked();
    assertThat(Duration.ofNanos(asked.get(1).nanoTime() - asked.get(0).nanoTime()))
        .as("from the answer 429 to the next request, whichever")
        .isGreaterThanOrEqualTo(Duration.ofMillis(990));
  }

  @Test
  void oneAnswerHoldsBackAllThatIsNotSentYet() {
    server.servesAllIn("shop").answers(PODS, 200, ONE);
    server.answers(EVENTS, 429, "{}", "Retry-After", "1").answers(EVENTS, 200, EMPTY);
    assertThat(read().in("shop", Kind.EVENT).isKnown()).isTrue();
    assertThat(server.asked()).hasSizeLessThanOrEqualTo(Reading.MOST + 1);
  }

  @Test
  void whereEveryRequestIsRefusedOneSentenceSaysSoAfterFewOfThem() {
    server.asEverywhere(429, "{}", "Retry-After", "0");
    assertThatThrownBy(this::read)
        .isInstanceOf(ClusterUnreadable.class)
        .hasMessageMatching(
            "The API server \\S+ is too busy for this account \\(429\\), and stayed so .*: try again later\\.");
    // The first list three times; then each other once, as they have been promised side by side.
    assertThat(server.asked()).hasSizeLessThanOrEqualTo(Reading.MOST);
  }

  @Test
  void aServerThatWantsToBeLeftAloneForLongIsAskedOnce() {
    server.asEverywhere(429, "{}", "Retry-After", "600");
    long began = System.nanoTime();
    assertThatThrownBy(this::read).isInstanceOf(ClusterUnreadable.class);
    assertThat(server.asked()).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aTimeThatIsNoNumberIsTakenForASecond() {
    Throttle throttle = new Throttle();
    assertThat(throttle.again(429, 1, "soon")).isTrue();
    long began = System.nanoTime();
    assertThat(throttle.await()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(900));
  }

  private Snapshot read() {
    try (Live live = server.open(folder, false)) {
      return live.read("shop");
    }
  }
}
