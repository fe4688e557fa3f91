package io.keycheck.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a run report says of times. */
record RunTimes(Instant started, List<Result> results) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A case that was executed. */
  record Result(String id, Instant started, long millis, JsonNode tree) {}

  static RunTimes of(Path report) {
    try {
      JsonNode tree = JSON.readTree(Files.readAllBytes(report.resolve("run-report.json")));
      List<Result> executed =
          StreamSupport.stream(tree.path("results").spliterator(), false)
              .filter(node -> !node.path("outcome").asText().equals("skipped"))
              .map(
                  node ->
                      new Result(
                          node.path("id").asText(),
                          Instant.parse(node.path("started").asText()),
                          node.path("durationMs").asLong(),
                          node))
              .toList();
      return new RunTimes(Instant.parse(tree.path("started").asText()), executed);
    } catch (IOException e) {
      throw new Unmeasured("The report cannot be read: " + e.getMessage());
    }
  }

  /** From the run's start to that of the first case. */
  long setUp() {
    return results.stream()
        .map(Result::started)
        .min(Instant::compareTo)
        .map(first -> Duration.between(started, first).toMillis())
        .orElse(0L);
  }

  /** The longest case, which no order of cases makes shorter. */
  long longest() {
    return results.stream().mapToLong(Result::millis).max().orElse(0);
  }

  /** All cases one after the other. */
  long sum() {
    return results.stream().mapToLong(Result::millis).sum();
  }
}
